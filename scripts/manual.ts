import { writeFileSync } from 'node:fs';
import { manualPages } from './manual/pages.ts';

// Writes the pages of the manual that are made from the code itself: commands and errors. A test fails when they are old.
for (const [file, text] of Object.entries(manualPages())) writeFileSync(new URL(`../${file}`, import.meta.url), text);
