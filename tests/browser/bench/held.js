
// The report is in the page.
const held = JSON.parse(document.getElementById('report').textContent);
document.getElementById('rows').innerHTML = tables(assess([held]), Infinity);
