import { useTranslation } from 'react-i18next';
import classes from '../controls.module.css';
import { Disclosure } from '../fields/Disclosure';
import { useWords } from '../words';
import { Formula } from './Formula';

/** A system's page: objective, differences, curves, what to expect. Nothing for a system that has none. */
export function About({ id }: { id: string }) {
  const { t } = useTranslation();
  const { words } = useWords();
  const formula = words(`about.${id}.formula`, {}, '');
  if (!formula) return null;
  return (
    <Disclosure title={t('controls.system.about')}>
      <dl className={classes.formulas}>
        <div>
          <dt>{t('controls.system.objective')}</dt>
          {formula.split('\n').map((line) => (
            <dd key={line}>
              <Formula text={line} />
            </dd>
          ))}
        </div>
      </dl>
      {(['differs', 'curves', 'expect'] as const).map((part) => (
        <p key={part} className={classes.hint}>
          <b>{t(`controls.system.${part}`)}.</b> {words(`about.${id}.${part}`, {}, '')}
        </p>
      ))}
    </Disclosure>
  );
}
