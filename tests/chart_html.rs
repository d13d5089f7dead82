//! A chart as a browser gets it.
#![cfg(feature = "web")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use quarterlight::ui::ChartView;
use quarterlight::view::chart::{BarRow, Bars, bars};
use scraper::{Html, Selector};
use yew::{BaseComponent, LocalServerRenderer};

type Props = <ChartView as BaseComponent>::Properties;

const HOSTILE: &str = "</svg><script>alert(1)</script> & \"quotes\"";

async fn rendered() -> Html {
    let row = BarRow {
        label: HOSTILE.to_owned(),
        amount: Some("3".parse().unwrap()),
        text: "3".to_owned(),
        is_marked: true,
    };
    let chart = bars(&Bars {
        headline: HOSTILE.to_owned(),
        called: "Bars".to_owned(),
        headers: ["What".to_owned(), "Figure".to_owned()],
        rows: vec![row],
        sides: None,
        notes: Vec::new(),
    });
    let props = Props { chart, id: "bars".to_owned() };
    let text = LocalServerRenderer::<ChartView>::with_props(props).render().await;
    Html::parse_document(&format!("<!doctype html><body>{text}</body>"))
}

fn all<'h>(html: &'h Html, selector: &str) -> Vec<scraper::ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

#[tokio::test]
async fn a_chart_has_a_name_and_a_table() {
    let html = rendered().await;
    for svg in all(&html, "svg") {
        assert_eq!(svg.attr("role"), Some("img"));
        assert_eq!(svg.attr("aria-label"), Some(format!("Bar chart. {HOSTILE}").as_str()));
    }
    assert_eq!(all(&html, "svg").len(), 2, "one for a page and one for a phone");
    assert_eq!(all(&html, "table caption").len(), 1);
    assert_eq!(all(&html, "thead th[scope=col]").len(), 2);
    assert_eq!(all(&html, "tbody th[scope=row]").len(), 1);
    assert_eq!(all(&html, "figure[aria-labelledby=bars-headline] #bars-headline").len(), 1);
    assert_eq!(all(&html, "[role=status]").len(), 1);
}

#[tokio::test]
async fn hostile_words_stay_words_and_nothing_needs_a_style_attribute() {
    let html = rendered().await;
    assert!(all(&html, "script").is_empty());
    assert!(all(&html, "[style]").is_empty());
    let words: String = all(&html, "text").iter().flat_map(scraper::ElementRef::text).collect();
    assert!(words.contains("</svg><script>"), "{words}");
}
