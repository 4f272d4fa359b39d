/** Headers with which browsers give a page memory that threads share. Everything that the app loads is its own, so none is harmed. */
export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;
