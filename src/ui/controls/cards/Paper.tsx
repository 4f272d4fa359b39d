import { Anchor } from '@mantine/core';
import type { PaperRef } from '../../../core/catalog';
import classes from '../controls.module.css';
import { useWords } from '../words';

/** Where to read a paper: at its own address, at arXiv for arXiv numbers; everything else is a DOI. */
export function paperLink({ id, address }: PaperRef): string {
  if (address) return address;
  return /^\d{4}\.\d{4,5}$/.test(id) ? `https://arxiv.org/abs/${id}` : `https://doi.org/${id}`;
}

/** The paper that an idea comes from. */
export function Paper({ paper }: { paper: PaperRef | null }) {
  const { words } = useWords();
  if (!paper) return null;
  return (
    <p className={classes.paper}>
      {paper.authors} ({paper.year}):{' '}
      <Anchor href={paperLink(paper)} target="_blank" rel="noreferrer" inherit underline="always">
        {paper.title}
      </Anchor>
      <span className={classes.quiet}> {words('controls.paper', { id: paper.id })}</span>
    </p>
  );
}
