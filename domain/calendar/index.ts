export * from './dates';
export { fromGovUk, holidayOn, knownHolidays, nationNames, nations } from './holidays';
export * from './working-days';
export { snapshot } from './snapshot';
