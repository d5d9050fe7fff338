/**
 * Rows as a table of plain text: words to the left, numbers to the right.
 *
 * @param words how many columns hold words; they come first
 */
export function align(rows: readonly (readonly string[])[], words = 2): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < words ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
