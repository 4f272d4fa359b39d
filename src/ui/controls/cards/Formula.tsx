/** A formula in plain text; a letter after `_` stands below the line. */
export function Formula({ text }: { text: string }) {
  const parts = text.split(/_(\w)/);
  // `split` puts the captured letters at the odd places.
  return parts.map((part, at) => (at % 2 === 1 ? <sub key={part + parts[at - 1]}>{part}</sub> : part));
}
