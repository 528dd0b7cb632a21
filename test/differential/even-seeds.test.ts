import { describe } from 'vitest';
import { compareRandomTrees } from './random-pairs.ts';

describe('random trees over random data, even seeds', () => compareRandomTrees(0));
