// The same job in plain JavaScript, as fast as it can simply be written: JSON.parse, floats, and the rules that the
// generated files need. It says the same statuses and makes the same rows, or the benchmark fails.

const QUARTERS = 4;

function parse(buffers) {
  const decoder = new TextDecoder();
  return buffers.map((buffer) => JSON.parse(decoder.decode(buffer)));
}

function quarterOf(report) {
  const [, year, number] = /^(\d{4})\/\d{2} Q(\d)$/.exec(report.period);
  return Number(year) * QUARTERS + Number(number) - 1;
}

// Without an id a row is known by reference and title, whatever their case and spacing.
function nameOf(row) {
  const reference = (row.ref || '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').replace(/\b0+(?=\d)/g, '').trim();
  return reference + '\n' + row.title.toLowerCase().replaceAll(',', '').replace(/[^a-z0-9]+/g, ' ').trim();
}

function rowsByName(report) {
  const ids = new Map();
  const names = new Map();
  for (const row of report.measures) {
    if (row.id === undefined) {
      names.set(nameOf(row), row);
    } else {
      ids.set(row.id, row);
    }
  }
  return (row) => (row.id === undefined ? names.get(nameOf(row)) : ids.get(row.id));
}

function progressOf(row, tolerance, quarter) {
  const { current, target } = row.figures;
  if (typeof current !== 'number') {
    return { word: 'Not rated', reason: 'No current figure' };
  }
  if (typeof target !== 'number') {
    return { word: 'Not rated', reason: 'No target' };
  }
  if (row.polarity === 'none') {
    return { word: 'Not rated', reason: 'Monitored only' };
  }
  const addsUp = row.unit === '£' || row.unit.startsWith('number');
  const months = ((quarter % QUARTERS) + 1) * 3;
  const course = row.basis === 'cumulative' && addsUp ? (target * months) / 12 : target;
  let miss;
  if (row.polarity === 'higher') {
    miss = course - current;
  } else if (row.polarity === 'lower') {
    miss = current - course;
  } else {
    miss = Math.abs(current - course);
  }
  if (miss <= 0) {
    return { word: 'On course' };
  }
  return { word: miss <= (Math.abs(course) * tolerance) / 100 ? 'Uncertain' : 'Off course' };
}

function directionOf(row, then) {
  const { current, target } = row.figures;
  if (typeof current !== 'number') {
    return { word: 'Not comparable', reason: 'No current figure' };
  }
  if (!then || typeof then.figures.current !== 'number') {
    return { word: 'Not comparable', reason: 'No figure a year ago' };
  }
  if (row.unit !== then.unit || row.basis !== then.basis || row.polarity !== then.polarity) {
    return { word: 'Not comparable', reason: 'Definition changed' };
  }
  const before = then.figures.current;
  if (row.polarity === 'none') {
    return { word: current > before ? 'Higher' : current < before ? 'Lower' : 'Level' };
  }
  if (row.polarity === 'plan' && current !== before) {
    if (typeof target !== 'number') {
      return { word: 'Not comparable', reason: 'No target' };
    }
    const [now, past] = [Math.abs(current - target), Math.abs(before - target)];
    return { word: now < past ? 'Better' : now > past ? 'Worse' : 'Same' };
  }
  if (current === before) {
    return { word: 'Same' };
  }
  return { word: current > before === (row.polarity === 'higher') ? 'Better' : 'Worse' };
}

function assess(reports) {
  const quarters = reports.map(quarterOf);
  const latest = quarters.indexOf(Math.max(...quarters));
  const yearBefore = reports[quarters.indexOf(quarters[latest] - QUARTERS)];
  const find = yearBefore ? rowsByName(yearBefore) : () => undefined;
  const report = reports[latest];
  const tolerance = report.rule.tolerance.percent_of_target;
  const statuses = report.measures.map((row) => ({
    progress: progressOf(row, tolerance, quarters[latest]),
    direction: directionOf(row, find(row)),
  }));
  return { report, statuses };
}

// As the pages are written: the text of a figure, and the markup of a row.

const WORDS = { 'not provided': 'Not provided', 'to be confirmed': 'To be confirmed', 'not stated': 'Not stated' };

function numberText(written) {
  const [whole, fraction] = String(written).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : grouped + '.' + fraction;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function figureCell(value, unit) {
  if (typeof value !== 'number') {
    return `<td class="ql-table__cell ql-table__cell--figure ql-table__cell--absent" role="cell"><span class="ql-figure"><span class="ql-figure__line">${WORDS[value]}</span></span></td>`;
  }
  const number = numberText(unit === '£' ? value.toFixed(2) : unit === '%' ? value.toFixed(1) : value);
  const text = unit === '£' ? '£' + number : unit === '%' ? number + '%' : number;
  return `<td class="ql-table__cell ql-table__cell--figure" role="cell"><span class="ql-figure"><span class="ql-figure__line">${text}</span></span></td>`;
}

const SYMBOL =
  '<svg class="ql-symbol" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="6" fill="currentColor"></circle></svg>';

function statusCell(kind, status, beside) {
  const reason = status.reason ? `<span class="ql-reason">${status.reason}</span>` : '';
  return `<td class="ql-table__cell" role="cell"><div class="ql-status"><span class="${kind}">${SYMBOL}<span>${status.word}</span></span>${beside}${reason}</div></td>`;
}

function rowMarkup(row, { progress, direction }) {
  const per = row.unit.startsWith('per ') ? `<span class="ql-table__unit">${escaped(row.unit)}</span>` : '';
  const why = `<button type="button" class="ql-link ql-why-button" aria-expanded="false">Why?<span class="ql-hidden"> ${escaped(row.ref)}</span></button>`;
  const below = row.commentary
    ? `<tr class="ql-table__below" role="row"><td class="ql-table__cell ql-table__cell--wide" role="cell" colspan="7"><div class="ql-commentary"><p class="ql-prose__paragraph">${escaped(row.commentary)}</p></div></td></tr>`
    : '';
  const { last_year: lastYear, target, current } = row.figures;
  return `<tbody class="ql-table__group" role="rowgroup"><tr class="ql-table__row" role="row"><td class="ql-table__cell ql-table__ref" role="cell">${escaped(row.ref)}</td><th class="ql-table__cell ql-table__title" role="rowheader" scope="row">${escaped(row.title)}${per}</th>${figureCell(lastYear, row.unit)}${figureCell(target, row.unit)}${figureCell(current, row.unit)}${statusCell('ql-direction', direction, '')}${statusCell('ql-tag', progress, why)}</tr>${below}</tbody>`;
}

// The tables of the first rows, an objective after the other.
function tables({ report, statuses }, rows) {
  let left = rows;
  let markup = '';
  const under = new Map(report.objectives.map((objective) => [objective.id, []]));
  report.measures.forEach((row, index) => under.get(row.objective).push(index));
  for (const objective of report.objectives) {
    const shown = under.get(objective.id).slice(0, left);
    if (shown.length === 0) {
      continue;
    }
    left -= shown.length;
    markup += `<section class="ql-group"><h2 class="ql-group__title"><span class="ql-group__ref">${objective.ref}</span> ${escaped(objective.title)}</h2><table class="ql-table" role="table"><caption class="ql-table__caption">Measures of ${objective.ref}</caption><thead role="rowgroup"><tr role="row"><th class="ql-table__ref">Ref</th><th class="ql-table__title">Measure</th><th class="ql-table__figure">Actual</th><th class="ql-table__figure">Target</th><th class="ql-table__figure">Quarter</th><th class="ql-table__direction">Direction of travel</th><th class="ql-table__progress">Progress</th></tr></thead>${shown.map((index) => rowMarkup(report.measures[index], statuses[index])).join('')}</table></section>`;
  }
  return markup;
}
