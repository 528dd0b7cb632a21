import { Anchor } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

type Props = { readonly href: string; readonly children: ReactNode; readonly className?: string | undefined };

/** A link to a place whose address is made of data: a segment's page, a builder with a definition in it. */
export function PlaceLink({ href, children, className }: Props) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    // A new tab or window is the browser's.
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <Anchor href={href} onClick={follow} inherit {...(className === undefined ? {} : { className })}>
      {children}
    </Anchor>
  );
}
