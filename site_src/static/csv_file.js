// Rows of fields as a CSV file that somebody takes along.

// What a spreadsheet would run begins so; a number below nothing does too, and stays.
const harmless = (field) => (Number.isNaN(Number(field)) ? field.replace(/^[=+\-@\s]+/, "") : field);
const quoted = (field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

export function saved(name, lines) {
  const link = document.createElement("a");
  const text = lines.map((line) => line.map(String).map(harmless).map(quoted).join(",") + "\r\n");
  link.href = URL.createObjectURL(new Blob(["\ufeff", ...text], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
