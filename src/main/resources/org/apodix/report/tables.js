// Sorting, filtering and replay commands for the tables of instances. Without it the tables are complete and sorted by tightness.
for (const table of document.querySelectorAll('table.rows')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];

  const key = (row, column, numeric) => {
    const cell = row.cells[column];
    const text = cell.dataset.sort ?? cell.textContent.trim();
    return numeric ? (text === '' ? NaN : Number.parseFloat(text)) : text;
  };
  const sort = (column, descending) => {
    const numeric = heads[column].dataset.kind === 'number';
    const rows = [...body.rows];
    rows.sort((a, b) => {
      const x = key(a, column, numeric), y = key(b, column, numeric);
      if (numeric && (Number.isNaN(x) || Number.isNaN(y))) return Number.isNaN(x) - Number.isNaN(y); // rows without a number stay last
      const order = numeric ? x - y : x.localeCompare(y, 'en', {numeric: true});
      return descending ? -order : order;
    });
    body.append(...rows);
    heads.forEach((head, k) => k === column ? head.setAttribute('aria-sort', descending ? 'descending' : 'ascending') : head.removeAttribute('aria-sort'));
  };
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    button.addEventListener('click', () => sort(column, head.getAttribute('aria-sort') === 'ascending'));
    head.append(button);
  });
  if (table.classList.contains('plain')) continue;

  const tools = document.createElement('div');
  tools.className = 'tools';
  const add = (label, control, style) => {
    const wrapper = document.createElement('label');
    wrapper.className = style ?? '';
    wrapper.append(label, control);
    tools.append(wrapper);
    control.addEventListener('input', filter);
    return control;
  };
  const search = document.createElement('input');
  search.type = 'search';
  const verdict = document.createElement('select');
  verdict.add(new Option('all', ''));
  const column = name => heads.findIndex(head => head.textContent === name);
  const verdicts = row => row.cells[column('Verdict')].querySelector('.also').textContent;
  for (const name of new Set([...body.rows].map(verdicts))) verdict.add(new Option(name, name));
  const edges = document.createElement('input');
  edges.type = 'checkbox';
  add('Rows that contain', search);
  add('Verdict', verdict);
  add('Edges only', edges, 'check');
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  tools.append(status);
  table.closest('.scroll').before(tools);

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
    let shown = 0;
    for (const row of body.rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !(words.every(word => text.includes(word)) && (verdict.value === '' || verdicts(row) === verdict.value)
        && (!edges.checked || row.classList.contains('edge')));
      shown += row.hidden ? 0 : 1;
    }
    status.textContent = shown + ' of ' + body.rows.length + ' rows';
  }
  filter();

  const replay = document.querySelector('pre.replay');
  for (const cell of body.querySelectorAll('.parameters')) {
    const code = cell.querySelector('code');
    if (!code || !navigator.clipboard) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy replay command';
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(replay.textContent.replace('PARAMETERS', () => code.textContent) + '\n');
      status.textContent = 'Copied.';
    });
    cell.append(button);
  }
}
