import { describe } from 'vitest';
import { compareRandomTrees } from './random-pairs.ts';

describe('random trees over random data, odd seeds', () => compareRandomTrees(1));
