//! The colours that stand for those of a picture where a terminal shows no more than so many.

/// The most colours: so many every terminal has that shows sixels.
pub const COLOURS: usize = 256;

/// The bits of a channel by which colours are told apart, and how many colours that makes.
const BITS: u32 = 5;
const SHADES: usize = 1 << (3 * BITS);

/// Colours, and which of them stands for which.
pub struct PicturePalette {
    /// They.
    pub colours: Vec<[u8; 3]>,
    /// For each shade the number of its colour.
    numbers: Vec<u8>,
}

/// Pixels of nearly the same colour.
#[derive(Clone, Copy, Default)]
struct Shade {
    number: usize,
    count: u64,
    sum: [u64; 3],
}

impl PicturePalette {
    /// The colours of pixels: all, where they are few.
    pub fn of(rgb: &[u8]) -> Self {
        let mut shades: Vec<Shade> = (0..SHADES).map(|number| Shade { number, ..Shade::default() }).collect();
        for pixel in rgb.chunks_exact(3) {
            let shade = &mut shades[shade(pixel)];
            shade.count += 1;
            (0..3).for_each(|channel| shade.sum[channel] += u64::from(pixel[channel]));
        }
        shades.retain(|shade| shade.count > 0);
        let mut palette = Self { colours: Vec::new(), numbers: vec![0; SHADES] };
        for group in groups(&mut shades) {
            let number = palette.colours.len() as u8;
            group.iter().for_each(|shade| palette.numbers[shade.number] = number);
            palette.colours.push(mean(group));
        }
        palette
    }

    /// The number of the colour that stands for a pixel's.
    pub fn number(&self, pixel: &[u8]) -> usize {
        self.numbers[shade(pixel)].into()
    }
}

fn shade(pixel: &[u8]) -> usize {
    pixel.iter().fold(0, |shade, channel| shade << BITS | usize::from(channel >> (8 - BITS)))
}

/// Shades in as many groups as there may be colours: the one that differs most in itself is cut, until there are
/// enough.
fn groups(shades: &mut [Shade]) -> Vec<&mut [Shade]> {
    let mut groups = if shades.is_empty() { Vec::new() } else { vec![shades] };
    while groups.len() < COLOURS {
        let spreads = groups.iter().enumerate().map(|(at, group)| (at, spread(group)));
        let Some((at, (channel, _))) =
            spreads.filter(|(_, (_, spread))| *spread > 0.0).max_by(|a, b| a.1.1.total_cmp(&b.1.1))
        else {
            break;
        };
        let group = groups.swap_remove(at);
        group.sort_unstable_by_key(|shade| shade.sum[channel] * 256 / shade.count);
        let middle = f64::from(mean(group)[channel]);
        let cut = group.partition_point(|shade| value(shade, channel) <= middle).clamp(1, group.len() - 1);
        let (low, high) = group.split_at_mut(cut);
        groups.extend([low, high]);
    }
    groups
}

/// The channel in which shades differ most, and by how much all their pixels do together.
fn spread(group: &[Shade]) -> (usize, f64) {
    if group.len() < 2 {
        return (0, 0.0);
    }
    let count: u64 = group.iter().map(|shade| shade.count).sum();
    let of = |channel: usize| {
        let middle = group.iter().map(|shade| shade.sum[channel]).sum::<u64>() as f64 / count as f64;
        group.iter().map(|shade| (value(shade, channel) - middle).powi(2) * shade.count as f64).sum::<f64>()
    };
    (0..3).map(|channel| (channel, of(channel))).max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or((0, 0.0))
}

fn value(shade: &Shade, channel: usize) -> f64 {
    shade.sum[channel] as f64 / shade.count as f64
}

fn mean(group: &[Shade]) -> [u8; 3] {
    let count: u64 = group.iter().map(|shade| shade.count).sum();
    [0, 1, 2].map(|channel| {
        let sum: u64 = group.iter().map(|shade| shade.sum[channel]).sum();
        ((sum + count / 2) / count.max(1)) as u8
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_stay_as_they_are() {
        let rgb = [[0, 0, 0], [255, 255, 255], [0xC2, 0x41, 0x0C], [255, 255, 255]].concat();
        let palette = PicturePalette::of(&rgb);
        assert_eq!(palette.colours.len(), 3);
        assert!(rgb.chunks(3).all(|pixel| palette.colours[palette.number(pixel)] == pixel));
        assert!(PicturePalette::of(&[]).colours.is_empty());
    }

    #[test]
    fn of_many_the_nearest_stand_for_all() {
        let rgb: Vec<u8> = (0..=255_u8).flat_map(|a| (0..=255).step_by(5).flat_map(move |b| [a, b, a ^ b])).collect();
        let palette = PicturePalette::of(&rgb);
        assert_eq!(palette.colours.len(), COLOURS);
        let off = |pixel: &[u8]| {
            let colour = palette.colours[palette.number(pixel)];
            (0..3).map(|channel| u32::from(colour[channel].abs_diff(pixel[channel]))).sum::<u32>()
        };
        let all: u32 = rgb.chunks(3).map(off).sum();
        assert!(all / (rgb.len() as u32 / 3) < 36, "{}", all / (rgb.len() as u32 / 3));
    }
}
