/** What may be said to a case's workflow from outside. Shared with the client that says it. */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ActAnswer, ActRequest } from '../../domain/cases/process';

/** A person's action. The update's id is the request's id. */
export const act = defineUpdate<ActAnswer, [ActRequest]>('act');

/** Something about the case changed in the record without this run: load it again. */
export const look = defineSignal('look');
