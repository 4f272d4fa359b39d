import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { applyRemedy, diagnose, type Evidence, type Fact, type Finding } from '../../core/diagnosis';
import { encodeLink } from '../../core/link';
import type { AppState } from '../state';
import { appStore, useApp } from '../store';

/** New points of the curves before the diagnosis is made anew. */
const EVERY = 8;

/** What is happening, in words: each finding with its reasons, how sure it is, and what to try. */
export function Diagnosis() {
  const { t } = useTranslation();
  const look = useApp((app) => Math.floor(app.curves.version / EVERY));
  const points = useApp((app) => app.quality.points);
  const phase = useApp((app) => app.status.phase);
  const run = useApp((app) => app.run);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the curves are appended in place, and `look` says when to read them
  const findings = useMemo(() => diagnose(evidenceOf(appStore.getState())), [look, points, phase, run]);
  return (
    <section className="diagnosis" aria-label={t('diagnosis.title')}>
      {findings.length === 0 && (
        <p className="quiet">{t(points.length === 0 ? 'diagnosis.nothingMeasured' : 'diagnosis.nothing')}</p>
      )}
      {findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} />
      ))}
    </section>
  );
}

function FindingCard({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { id, confidence, facts } = finding;
  const links = useLinks(finding);
  return (
    <details className="finding" data-finding={id}>
      <summary>
        <strong>{t(`diagnosis.names.${id as 'collapse'}`)}</strong>{' '}
        <span className="quiet">{t(`diagnosis.confidence.${word(confidence)}`)}</span>
      </summary>
      <p>{t(`diagnosis.meanings.${id as 'collapse'}`)}</p>
      {facts.map((fact) => (
        <p key={fact.key} className="quiet">
          {t(`diagnosis.evidence.${fact.key as 'modes'}`, rounded(fact))}
        </p>
      ))}
      {links.length > 0 && (
        <p>
          {t('diagnosis.tryThis')}{' '}
          {links.map(({ remedy, href }, i) => (
            <span key={remedy}>
              {i > 0 && ', '}
              <Anchor href={href} underline="always" inherit>
                {t(`diagnosis.remedies.${remedy}`)}
              </Anchor>
            </span>
          ))}
          .
        </p>
      )}
    </details>
  );
}

/** Each remedy as the address of the run with that change. */
function useLinks({ remedies }: Finding) {
  const config = useApp((app) => app.run?.config ?? null);
  const catalog = useApp((app) => app.catalog);
  if (!config || !catalog) return [];
  return remedies.flatMap((remedy) => {
    const systemParams = applyRemedy(remedy, config.systemParams);
    return systemParams ? [{ remedy, href: `#${encodeLink({ ...config, systemParams }, catalog)}` }] : [];
  });
}

function evidenceOf({ run, curves, quality, catalog, status, problem }: AppState): Evidence {
  const objective = catalog?.objectives.find(({ id }) => id === run?.config.systemParams['objective']);
  return {
    curves: Object.fromEntries((run?.curves ?? []).map(({ id }, i) => [id, curves.columns[i] ?? []])),
    quality: quality.points,
    score: objective?.score ?? 'critic',
    stopped: status.phase === 'failed' && problem?.code === 'run.notFinite',
  };
}

const word = (confidence: number): 'high' | 'middle' | 'low' =>
  confidence > 0.75 ? 'high' : confidence > 0.4 ? 'middle' : 'low';

const rounded = ({ values }: Fact): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value.toPrecision(2))]));
