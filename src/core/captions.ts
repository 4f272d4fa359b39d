/** Words of a caption, by their places in a vocabulary. */
export interface ReadCaption {
  /** [length], −1 behind the last and for words that the vocabulary lacks. */
  words: Int32Array;
  /** The words that it lacks, as they stand there, each once. */
  unknown: readonly string[];
}

/** Takes a caption apart into words; what goes beyond `length` of them is left out. */
export function readCaption(caption: string, vocabulary: readonly string[], length: number): ReadCaption {
  const found = (caption.toLowerCase().match(/[\p{L}-]+/gu) ?? []).slice(0, length);
  const words = new Int32Array(length).fill(-1);
  for (const [i, word] of found.entries()) words[i] = vocabulary.indexOf(word);
  return { words, unknown: [...new Set(found.filter((word) => !vocabulary.includes(word)))] };
}
