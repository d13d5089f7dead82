
// What is picked is opened; how many rows to show stands in the address.
async function open(files, rows) {
  const buffers = await Promise.all(Array.from(files, (file) => file.arrayBuffer()));
  const begun = performance.now();
  const reports = parse(buffers);
  const parsed = performance.now();
  const assessed = assess(reports);
  const judged = performance.now();
  document.getElementById('rows').innerHTML = tables(assessed, rows);
  return { begun, read: parsed - begun, assess: judged - parsed, statuses: assessed.statuses };
}

document.querySelector('input').addEventListener('change', async (event) => {
  window.plain = await open(event.target.files, Number(location.hash.slice(1)));
});
