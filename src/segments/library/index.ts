export { folders } from './folders.ts';
export { fromSurvey, instantiateLibrary } from './instantiate.ts';
export type { Survey } from './survey.ts';
export { movesLimit } from './limits.ts';
export { takeSurvey } from './take-survey.ts';
export type { Folder, ReadySegment, Template } from './template.ts';
export { galleryFrom, type GalleryEntry } from './gallery/index.ts';
