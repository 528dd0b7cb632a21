import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Seconds that the long ones take beside others on two processors; whoever is missing takes less than these. Only their order counts. */
const seconds: Readonly<Record<string, number>> = {
  'test/browser/every-screen.test.ts': 267,
  'test/browser/predict.test.ts': 211,
  'test/crash/kill-during-import.test.ts': 196,
  'test/cli/example-shop.test.ts': 168,
  'test/browser/imports.test.ts': 145,
  'test/cli/predict.test.ts': 132,
  'test/api/authorisation.test.ts': 130,
  'test/foresight.test.ts': 125,
  'test/differential/even-seeds.test.ts': 122,
  'test/differential/odd-seeds.test.ts': 115,
  'test/browser/naughty.test.ts': 101,
  'test/browser/segment-builder.test.ts': 93,
  'test/browser/insights.test.ts': 93,
  'test/browser/as-of.test.ts': 71,
  'test/browser/settings.test.ts': 70,
  'test/differential/next-change.test.ts': 70,
  'test/api/imports.test.ts': 65,
  'test/browser/slots.test.ts': 59,
  'test/live/incremental.test.ts': 58,
  'test/browser/journey.test.ts': 55,
  'test/browser/restart.test.ts': 53,
  'test/live/kills.test.ts': 51,
  'test/cli/sources.test.ts': 47,
  'test/api/predictions.test.ts': 45,
  'test/collect/every-hook.test.ts': 40,
};

/** Begins with what takes longest, and ends with the many short tests beside the code: no processor waits for a last long one. A new run knows of no earlier ones, so it is written down. */
export class LongestFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(specifications);
    const length = (of: TestSpecification): number => {
      const file = relative(this.ctx.config.root, of.moduleId);
      return seconds[file] ?? (file.startsWith('test/') ? 1 : 0);
    };
    return sorted.toSorted((a, b) => length(b) - length(a));
  }
}
