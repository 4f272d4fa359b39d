import { Accordion } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCircleDotFilled } from '@tabler/icons-react';
import { CARDS } from './cards';
import classes from './controls.module.css';
import { useExperiment } from './experiment';
import { useWords } from './words';

/** Cards that stand open on the first visit; later the page remembers. */
const FIRST_OPEN = ['data', 'objective', 'optimizers'];

/** The left column: everything that defines the experiment, as cards that fold. */
export default function ExperimentPanel() {
  const experiment = useExperiment();
  const { words, language } = useWords();
  const [open, setOpen] = useLocalStorage<string[]>({
    key: 'minimax-open-cards',
    defaultValue: FIRST_OPEN,
    getInitialValueInEffect: false,
  });
  if (!experiment) {
    return (
      <p className={classes.hint} role="status">
        {words('controls.waiting')}
      </p>
    );
  }
  return (
    <Accordion
      multiple
      order={3}
      variant="default"
      chevronPosition="left"
      chevronIconSize={14}
      chevronSize={16}
      classNames={{
        item: classes.card ?? '',
        control: classes.cardControl ?? '',
        label: classes.cardLabel ?? '',
        content: classes.cardContent ?? '',
        chevron: classes.cardChevron ?? '',
      }}
      value={Array.isArray(open) ? open : FIRST_OPEN}
      onChange={setOpen}
    >
      {CARDS.map(({ id, Icon, Body, summary, pending }) => (
        <Accordion.Item key={id} value={id} data-card={id}>
          <Accordion.Control>
            <span className={classes.cardTitle}>
              <Icon size={16} aria-hidden />
              <span>{words(`controls.cards.${id}`)}</span>
              {pending(experiment) && (
                <span role="img" aria-label={words('controls.cardPending')} className={classes.pending}>
                  <IconCircleDotFilled size={12} aria-hidden />
                </span>
              )}
            </span>
            <span className={classes.cardSummary}>{summary(experiment, words, language)}</span>
          </Accordion.Control>
          <Accordion.Panel>
            <Body experiment={experiment} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
