import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import classes from '../controls.module.css';

interface DisclosureProps {
  /** What the button says. */
  title: ReactNode;
  /** Shown at the end of the button's line. */
  aside?: ReactNode;
  /** Shown above the line while it is closed. */
  closedNote?: ReactNode;
  children: ReactNode;
}

/** A line that opens what lies under it. */
export function Disclosure({ title, aside, closedNote, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      {!open && closedNote}
      <UnstyledButton
        className={classes.disclosure}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={14} aria-hidden className={open ? classes.chevronOpen : classes.chevron} />
        <span className={classes.disclosureTitle}>{title}</span>
        {aside && <span className={classes.quiet}>{aside}</span>}
      </UnstyledButton>
      <div id={id}>
        <Collapse expanded={open}>{open && children}</Collapse>
      </div>
    </div>
  );
}
