/** Two hills that become one: the data's and the generator's. */
export function Logo() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#1d2129" />
      <g fill="none" strokeWidth="2.6" strokeLinecap="round">
        <path d="M3 24c4 0 5-14 9-14s5 14 9 14" stroke="#56b4e9" />
        <path d="M11 24c4 0 5-14 9-14s5 14 9 14" stroke="#ff8a4c" />
      </g>
    </svg>
  );
}
