// What somebody typed as phrases to look for, and where they stand in a text. The search and the reader share it.

// One spelling, one character for one: small letters, half-width forms.
export const fold = (text) =>
  text.toLowerCase().replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

// Blanks part phrases, quotation marks around all of one hold it together and have it taken at its word; inside a phrase
// blanks count for nothing. Each is told as it was typed, and as it is searched for.
export function tokens(typed, traditional = ["", ""]) {
  const simplified = new Map([...traditional[0]].map((written, i) => [written, [...traditional[1]][i]]));
  return [...typed.matchAll(/(?<!\S)["“”「]([^"“”「」]*)["“”」](?!\S)|(\S+)/g)].map((match) => ({
    typed: match[0],
    quoted: match[1] !== undefined,
    text: [...fold(match[1] ?? match[2]).replace(/\s+/g, "")].map((sign) => simplified.get(sign) ?? sign).join(""),
  })).filter(({ text }) => text);
}

// The spans [start, end] of the phrases in a folded text, those that touch as one.
export function spans(folded, wanted) {
  const all = [];
  for (const phrase of wanted)
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) all.push([at, at + phrase.length]);
  all.sort((a, b) => a[0] - b[0]);
  const merged = [];
  for (const [start, end] of all) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
