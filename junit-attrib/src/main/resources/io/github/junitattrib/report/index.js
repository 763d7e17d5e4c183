
'use strict';
// Filter, sort and pages on top of a table that is whole without this script.
document.documentElement.classList.add('js');
document.addEventListener('DOMContentLoaded', function () {
  const table = document.getElementById('tests');
  if (!table) {
    return;
  }
  const body = table.tBodies[0];
  const tools = document.getElementById('tools');
  const text = document.getElementById('filter');
  const size = document.getElementById('size');
  const choices = Array.from(tools.querySelectorAll('input[type=checkbox]'));
  const shown = document.getElementById('shown');
  const pager = document.getElementById('pager');
  const numbers = new Intl.NumberFormat('en');
  const collator = new Intl.Collator('en', { numeric: true });
  const rows = Array.from(body.rows, function (row, place) {
    return { row: row, place: place, text: row.textContent.toLowerCase() };
  });
  let matching = rows;
  let page = 0;

  function pageSize() {
    return size.value === 'all' ? Math.max(1, rows.length) : Number(size.value);
  }

  function show() {
    const pages = Math.max(1, Math.ceil(matching.length / pageSize()));
    page = Math.min(Math.max(0, page), pages - 1);
    const from = page * pageSize();
    const some = matching.slice(from, from + pageSize());
    body.replaceChildren(...some.map(function (one) { return one.row; }));
    const all = numbers.format(matching.length) + (matching.length === rows.length ? '' : ' of ' + numbers.format(rows.length));
    shown.textContent = matching.length === 0
      ? 'No test matches the filter.'
      : pages === 1
        ? all + (rows.length === 1 ? ' test' : ' tests')
        : numbers.format(from + 1) + ' to ' + numbers.format(from + some.length) + ' of ' + all + ' tests, page ' + (page + 1) + ' of ' + pages;
    pager.hidden = pages === 1;
    pager.querySelectorAll('button').forEach(function (button) {
      const target = { first: 0, previous: page - 1, next: page + 1, last: pages - 1 }[button.name];
      // Not disabled: the button that was pressed keeps the focus.
      button.setAttribute('aria-disabled', String(target === page || target < 0 || target >= pages));
    });
  }

  function filter() {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = {};
    choices.forEach(function (choice) {
      if (choice.checked) {
        (wanted[choice.name] = wanted[choice.name] || []).push(choice.value);
      }
    });
    matching = rows.filter(function (one) {
      return words.every(function (word) { return one.text.includes(word); })
        && Object.keys(wanted).every(function (name) { return wanted[name].includes(one.row.getAttribute('data-' + name)); });
    });
    page = 0;
    show();
  }

  function keyOf(one, column) {
    const cell = one.row.cells[column];
    const key = cell.getAttribute('data-key');
    return key === null ? cell.textContent : key;
  }

  function sort(header, column) {
    const ascending = header.getAttribute('aria-sort') !== 'ascending';
    table.tHead.querySelectorAll('th').forEach(function (other) { other.removeAttribute('aria-sort'); });
    header.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    const byPlace = header.hasAttribute('data-as-written');
    const keys = new Map();
    if (!byPlace) {
      rows.forEach(function (one) { keys.set(one, keyOf(one, column)); });
    }
    const direction = ascending ? 1 : -1;
    rows.sort(function (one, other) {
      const order = byPlace ? 0 : collator.compare(keys.get(one), keys.get(other));
      return direction * (order || one.place - other.place);
    });
    filter();
  }

  Array.from(table.tHead.rows[0].cells).forEach(function (header, column) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener('click', function () { sort(header, column); });
  });
  table.tHead.rows[0].cells[0].setAttribute('aria-sort', 'ascending');

  document.querySelectorAll('#packages th[scope=row]').forEach(function (cell) {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-label', 'Show the tests of ' + cell.textContent);
    button.append(...cell.childNodes);
    cell.append(button);
    button.addEventListener('click', function () {
      text.value = button.textContent;
      filter();
      text.focus();
    });
  });

  let waiting = 0;
  text.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 80);
  });
  choices.forEach(function (choice) { choice.addEventListener('change', filter); });
  size.addEventListener('change', function () { page = 0; show(); });
  tools.addEventListener('submit', function (event) { event.preventDefault(); filter(); });
  tools.addEventListener('reset', function () { setTimeout(filter, 0); });
  pager.addEventListener('click', function (event) {
    const button = event.target.closest('button');
    if (button && button.getAttribute('aria-disabled') !== 'true') {
      const last = Math.ceil(matching.length / pageSize()) - 1;
      page = { first: 0, previous: page - 1, next: page + 1, last: last }[button.name];
      show();
    }
  });
  // Paper has no pages to turn.
  window.addEventListener('beforeprint', function () {
    body.replaceChildren(...matching.map(function (one) { return one.row; }));
  });
  window.addEventListener('afterprint', show);
  tools.hidden = false;
  document.documentElement.classList.remove('js');
  // After a way back, the browser has restored what was typed.
  window.addEventListener('pageshow', filter);
  filter();
});
