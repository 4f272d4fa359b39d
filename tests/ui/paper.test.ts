import { expect, it } from 'vitest';
import { paperLink } from '../../src/ui/controls/cards/Paper';
import { catalog } from '../../src/worker/catalog';

it('leads from every paper to arXiv, to a DOI or to an address of its own', () => {
  const papers = [...catalog.systems, ...catalog.objectives].flatMap(({ paper }) => paper ?? []);
  expect(papers.length).toBeGreaterThan(30);
  for (const paper of papers) {
    const link = paperLink(paper);
    expect(link).toMatch(/^https:\/\/(arxiv\.org\/abs\/\d{4}\.\d{4,5}|doi\.org\/10\.\d{4,}\/\S+|\S+\.\S+\/\S+)$/);
    if (!paper.address) expect(link).toMatch(/arxiv|doi\.org\/10\./);
  }
});
