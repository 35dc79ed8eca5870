// The rows of a table that a JSON file holds by its columns (`downloads/json_files.py`).
const cell = (column, at) => (Array.isArray(column) ? column[at] : column?.values ? column.values[column.at[at]] : column);

export function rowsOf(table) {
  const columns = Object.entries(table), whole = columns.find(([, column]) => Array.isArray(column))[1];
  return whole.map((_, at) => Object.fromEntries(columns.map(([name, column]) => [name, cell(column, at)])));
}
