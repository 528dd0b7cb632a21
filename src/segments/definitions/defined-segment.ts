import type { SegmentRow } from '../../control/index.ts';

/** A segment as the control store keeps it, with its definition in force. Times are ISO 8601 in UTC. */
export type DefinedSegment = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly folder: string;
  readonly origin: SegmentRow['origin'];
  /** `static`: its members are those on its include list, whatever the definition says. */
  readonly mode: SegmentRow['mode'];
  readonly version: number;
  /** How often its manual lists were changed, or it was frozen, thawed or brought back. */
  readonly listsVersion: number;
  /** Canonical text of the definition. */
  readonly text: string;
  readonly note: string;
  readonly author: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Set for a deleted one. */
  readonly deletedAt: string | null;
};

export type SegmentVersion = { readonly version: number; readonly text: string; readonly note: string; readonly author: string; readonly at: string };

/** How a customer is named on a list. */
export type ListedIdentifier = { readonly namespace: string; readonly value: string };
export type ListEntry = ListedIdentifier & { readonly mode: 'include' | 'exclude'; readonly author: string; readonly at: string };
