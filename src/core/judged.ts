/** Width of the penultimate layer of the classifier of digits, in whose space distances of pictures are measured. */
export const FEATURES = 64;
/** Digits. */
export const CLASSES = 10;
/** Numbers that the classifier gives of each picture: features, then logits. */
export const JUDGED = FEATURES + CLASSES;
