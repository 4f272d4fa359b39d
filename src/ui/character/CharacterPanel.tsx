import { Button } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParamSpecs, ParamValue, ParamValues } from '../../core/params';
import { ParamForm } from '../controls/fields/ParamForm';
import { fieldsOf } from '../controls/forms';
import { useBelief } from '../latent/useBelief';
import { useNewest } from '../latent/useNewest';
import { PictureGrid } from '../pictures/PictureGrid';
import { useApp } from '../store';
import './character.css';

/** The editor of what a data set's samples are drawn from: a face is a dozen numbers. */
export default function CharacterPanel() {
  const dataset = useApp((app) => app.run?.data.id ?? null);
  const factors = useApp((app) => app.catalog?.datasets.find(({ id }) => id === dataset)?.factors ?? null);
  if (!dataset || !factors) return null;
  return <Editor key={dataset} dataset={dataset} factors={factors} />;
}

/** A face of the seed, or one with values that were set. */
interface Wanted {
  seed: number;
  values: ParamValues | null;
}

function Editor({ dataset, factors }: { dataset: string; factors: ParamSpecs }) {
  const { t } = useTranslation();
  const draw = useApp((app) => app.drawCharacter);
  const [wanted, setWanted] = useState<Wanted>({ seed: 1, values: null });
  const drawn = useNewest(wanted, ({ values, seed }) => draw(dataset, values, seed))?.answer ?? null;
  const belief = useBelief(drawn?.sample ?? null);
  const values = wanted.values ?? drawn?.values ?? null;
  const fields = useMemo(() => fieldsOf(factors, values ?? {}), [factors, values]);
  const change = (name: string, value: ParamValue): void =>
    setWanted({ ...wanted, values: { ...values, [name]: value } });
  return (
    <section className="character" aria-label={t('character.title')}>
      <div className="character-pictures">
        {drawn && (
          <>
            <PictureGrid
              className="character-large"
              bytes={drawn.large}
              shape={[drawn.side, drawn.side, 3]}
              label={drawn.caption}
            />
            <div className="character-small">
              <figure>
                <PictureGrid bytes={drawn.sample} shape={drawn.shape} />
                <figcaption>
                  {t('character.sample')} {belief && <b className="tabular">{belief}</b>}
                </figcaption>
              </figure>
              <figure>
                <PictureGrid bytes={drawn.lines} shape={[...drawn.shape.slice(0, 2), 1]} />
                <figcaption>{t('character.lines')}</figcaption>
              </figure>
            </div>
          </>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDice5 size={16} aria-hidden />}
          onClick={() => setWanted({ seed: wanted.seed + 1, values: null })}
        >
          {t('character.random')}
        </Button>
        <p className="character-caption" aria-live="polite">
          {drawn ? `“${drawn.caption}”` : t('character.drawing')}
        </p>
        <p className="quiet tabular">
          {drawn && t('character.vector', { count: drawn.vector.length, numbers: drawn.vector.map(short).join(', ') })}
        </p>
      </div>
      <div className="character-factors">
        {values && <ParamForm fields={fields} values={values} running={null} section="faces" onChange={change} />}
      </div>
    </section>
  );
}

const short = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2));
