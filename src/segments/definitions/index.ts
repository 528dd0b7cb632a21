export { createSegment, type NewSegment, type SavedSegment } from './create.ts';
export type { DefinitionContext } from './context.ts';
export { deleteSegment } from './delete.ts';
export { editSegment, restoreVersion, type SegmentEdit } from './edit.ts';
export { freezeSegment, thawSegment } from './freeze.ts';
export { clearList, excludeFromSegment, includeInSegment, readAllLists, readLists } from './lists.ts';
export { listSegments, readSegment, segmentVersions } from './read.ts';
export type { ListedIdentifier, ListEntry, SegmentVersion, StoredSegment } from './stored-segment.ts';
export { usersOf } from './users.ts';
