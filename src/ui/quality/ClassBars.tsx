import { useTranslation } from 'react-i18next';
import { percent } from './telling';

interface ClassBarsProps {
  names: readonly string[];
  real: readonly number[];
  fake: readonly number[];
}

/** Shares of the classes in the real and in the generated pictures, side by side. */
export function ClassBars({ names, real, fake }: ClassBarsProps) {
  const { t } = useTranslation();
  const most = Math.max(...real, ...fake);
  const height = (share: number | undefined) => ({ height: `${(100 * (share ?? 0)) / most}%` });
  return (
    <section className="quality-part" aria-label={t('quality.classes')}>
      <h3>{t('quality.classes')}</h3>
      <ul className="class-bars">
        {names.map((name, i) => (
          <li key={name}>
            <span className="class-bars-pair" aria-hidden>
              <span className="class-bar-real" style={height(real[i])} />
              <span className="class-bar-fake" style={height(fake[i])} />
            </span>
            <span aria-hidden>{name}</span>
            <span className="for-readers">
              {t('quality.classShare', { name, fake: percent(fake[i] ?? 0), real: percent(real[i] ?? 0) })}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('quality.classesMeaning')}</p>
    </section>
  );
}
