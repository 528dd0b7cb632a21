import { queryOptions } from '@tanstack/react-query';
import type { Answered } from '../../api/answered.ts';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import type { DayRange } from './range-of.ts';

export type Figures = Answered<'/api/v1/home/figures'>;
export type LifecycleFlow = Answered<'/api/v1/home/lifecycle-flow'>;
export type WhatChanged = Answered<'/api/v1/home/what-changed'>;
export type NextSteps = Answered<'/api/v1/home/next-steps'>;
export type GoalProgress = NonNullable<Answered<'/api/v1/goal/progress'>['goal']>;
export type Goal = NextSteps['goal'];

export const figuresQuery = (range: DayRange, compare: 'previous' | 'year' | 'none') =>
  queryOptions({
    queryKey: key('home', 'figures', range, compare),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/home/figures', { params: { query: { ...range, compare } }, signal })),
  });

export const lifecycleFlowQuery = (range: DayRange) =>
  queryOptions({
    queryKey: key('home', 'lifecycle-flow', range),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/home/lifecycle-flow', { params: { query: { ...range } }, signal })),
  });

/** Since a week before the counts' own instant. */
export const whatChangedQuery = queryOptions({
  queryKey: key('home', 'what-changed'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/home/what-changed', { signal })),
});

export const goalProgressQuery = queryOptions({
  queryKey: key('home', 'goal-progress'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/goal/progress', { signal })),
});

export const nextStepsQuery = (goal: Goal | undefined) =>
  queryOptions({
    queryKey: key('home', 'next-steps', goal),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/home/next-steps', { params: { query: goal === undefined ? {} : { goal } }, signal })),
  });
