import { Anchor, type AnchorProps } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

type Props = AnchorProps & { readonly href: string; readonly children: ReactNode; readonly label?: string };

/** A link within the application whose address is made from data. With a key held it opens as any link does: in a tab of its own. */
export function InnerLink({ href, children, label, ...look }: Props) {
  const router = useRouter();
  const go = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <Anchor href={href} onClick={go} {...(label === undefined ? {} : { 'aria-label': label })} {...look}>
      {children}
    </Anchor>
  );
}
