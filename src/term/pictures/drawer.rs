//! The thread that has pages drawn.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::png::png;
use crate::app::Event;
use crate::import;
use crate::model::{NoPicture, Picture, PictureRequest};

/// How many pictures are kept.
const KEPT: usize = 4;

/// Has pages drawn, one at a time.
pub struct Drawer(Sender<PictureRequest>);

impl Drawer {
    /// Begins the thread; what comes of it is told.
    pub fn start(tell: impl Fn(Event) + Send + 'static) -> Self {
        let (ask, requests) = mpsc::channel();
        thread::spawn(move || draw_all(&requests, &tell));
        Self(ask)
    }

    /// Has a page drawn.
    pub fn draw(&self, request: PictureRequest) {
        // A thread that is gone has said why.
        let _ = self.0.send(request);
    }
}

fn draw_all(requests: &Receiver<PictureRequest>, tell: &dyn Fn(Event)) {
    let mut kept: Vec<(PictureRequest, Arc<Picture>)> = Vec::new();
    for request in requests {
        let request = requests.try_iter().last().unwrap_or(request);
        let known = kept.iter().find(|(known, _)| *known == request).map(|(_, picture)| Arc::clone(picture));
        let drawn = known.map_or_else(|| drawn(&request), Ok);
        if let Ok(picture) = &drawn {
            kept.retain(|(known, _)| *known != request);
            kept.truncate(KEPT - 1);
            kept.insert(0, (request.clone(), Arc::clone(picture)));
        }
        tell(Event::Picture { request: Box::new(request), drawn });
    }
}

fn drawn(request: &PictureRequest) -> Result<Arc<Picture>, NoPicture> {
    let mut picture = import::picture(request)?;
    picture.light(request.region, &request.lit);
    picture.png = png(picture.size, &picture.rgb);
    Ok(Arc::new(picture))
}
