import { useTranslation } from 'react-i18next';
import type { ClassShares } from '../../core/quality';
import { percent } from './telling';

interface ClassBarsProps extends ClassShares {
  names: readonly string[];
}

/** Shares of the classes in the real and in the generated samples, side by side. */
export function ClassBars({ names, real, fake, accuracy }: ClassBarsProps) {
  const { t } = useTranslation();
  const most = Math.max(...real, ...fake);
  const height = (share: number | undefined) => ({ height: `${(100 * (share ?? 0)) / most}%` });
  const title = t(accuracy === undefined ? 'quality.digits' : 'quality.classes');
  return (
    <section className="quality-part" aria-label={title}>
      <h3>{title}</h3>
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
      <p className="quiet">
        {accuracy === undefined
          ? t('quality.digitsMeaning')
          : t('quality.classesMeaning', { accuracy: percent(accuracy) })}
      </p>
    </section>
  );
}
