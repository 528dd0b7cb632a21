export type { ReadOptions, SourceInput, StreamFormat } from './input.ts';
export { mappingFromYaml, mappingToYaml, type MappingFileError } from './mapping-file.ts';
export { presets, type Preset } from './presets/index.ts';
export { stageSource } from './stage-source.ts';
export type { UnderstandContext } from './understand/context.ts';
export { prepareStaged } from './understand/prepare-staged.ts';
export { understand } from './understand/understand.ts';
export { tryQuery } from './database/try-query.ts';
