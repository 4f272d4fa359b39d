import { ActionIcon, Popover, Text, Tooltip } from '@mantine/core';
import { IconActivityHeartbeat, IconCircleDotFilled, IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from '../controls.module.css';
import { useWords } from '../words';
import { IN_PLACE } from './inPlace';

interface FieldLabelProps {
  /** Id of the control that the label names; without it the label itself carries `labelId` for a group. */
  htmlFor?: string;
  labelId?: string;
  label: string;
  /** One sentence of help. */
  help: string;
  /** More lines for the popover: limits, default. */
  facts?: readonly string[];
  live?: boolean;
  /** What runs now, as text, where the draft differs from it. */
  running?: string | null;
}

/** The label of a control with its marks: changes while training, waits for a restart, and "?" with the help. */
export function FieldLabel({ htmlFor, labelId, label, help, facts = [], live, running = null }: FieldLabelProps) {
  const { words } = useWords();
  return (
    <div className={classes.label}>
      {htmlFor ? (
        <label htmlFor={htmlFor} className={classes.labelText}>
          {label}
        </label>
      ) : (
        <span id={labelId} className={classes.labelText}>
          {label}
        </span>
      )}
      {live && <Mark text={words('controls.field.live')} icon={<IconActivityHeartbeat size={14} aria-hidden />} />}
      {running !== null && (
        <Mark
          text={words('controls.field.pending', { running })}
          className={classes.pending}
          icon={<IconCircleDotFilled size={12} aria-hidden />}
        />
      )}
      <Help label={label} help={help} facts={live ? [...facts, words('controls.field.live')] : facts} />
    </div>
  );
}

/** A small sign with its meaning in a tooltip, and for screen readers in its name. */
export function Mark({ text, icon, className }: { text: string; icon: ReactNode; className?: string | undefined }) {
  return (
    <Tooltip
      label={text}
      multiline
      maw={260}
      withinPortal={false}
      floatingStrategy="fixed"
      events={{ hover: true, focus: true, touch: true }}
    >
      <span role="img" aria-label={text} className={`${classes.mark} ${className ?? ''}`}>
        {icon}
      </span>
    </Tooltip>
  );
}

/** "?": opens one sentence of help with the limits under it. */
export function Help({ label, help, facts }: { label: string; help: string; facts: readonly string[] }) {
  const { words } = useWords();
  return (
    <Popover width={270} position="bottom-end" withArrow shadow="md" trapFocus={false} {...IN_PLACE}>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={22}
          className={classes.help}
          aria-label={words('controls.field.help', { label })}
        >
          <IconHelp size={15} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={words('controls.field.help', { label })}>
        <Text size="sm">{help}</Text>
        {facts.map((fact) => (
          <Text key={fact} size="xs" mt={6} className={classes.quiet}>
            {fact}
          </Text>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
