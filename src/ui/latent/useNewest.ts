import { useEffect, useRef, useState } from 'react';

/**
 * The answer to the newest question. One is asked at a time: whatever changes meanwhile is asked next, what lay between is
 * dropped, and the last answer stays until the next one comes. A null answer changes nothing. Questions are compared by identity.
 */
export function useNewest<Q, A>(
  question: Q | null,
  ask: (question: Q) => Promise<A | null>,
): { question: Q; answer: A } | null {
  const [last, setLast] = useState<{ question: Q; answer: A } | null>(null);
  const wanted = useRef<Q | null>(null);
  const busy = useRef(false);
  const asker = useRef(ask);
  asker.current = ask;
  const alive = useRef(true);

  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  useEffect(() => {
    wanted.current = question;
    if (busy.current) return;
    const go = async (): Promise<void> => {
      busy.current = true;
      while (wanted.current !== null && alive.current) {
        const now: Q = wanted.current;
        wanted.current = null;
        const answer = await asker.current(now);
        if (answer !== null && alive.current) setLast({ question: now, answer });
      }
      busy.current = false;
    };
    void go();
  }, [question]);

  return last;
}
