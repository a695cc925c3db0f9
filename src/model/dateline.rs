//! Who says it, from where and when: what a lead holds.

use serde::{Deserialize, Serialize};

/// The dateline of a lead: 本报江州5月1日电.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dateline {
    /// The paper or agency: 本报, 新华社.
    pub source: Option<String>,
    /// The place: 江州.
    pub place: Option<String>,
    /// The month, from 1.
    pub month: Option<u32>,
    /// The day of the month, from 1.
    pub day: Option<u32>,
    /// 讯 (news) or 电 (wire), as printed.
    pub kind: Option<String>,
}

/// A person of the byline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The role as printed: 记者, 通讯员, 摄; none where none is printed.
    pub role: Option<String>,
    /// The name, without the spaces that set it.
    pub name: String,
}
