import { atLondonTime, londonDate } from '../../domain/calendar';
import { SEND_NOTHING } from '../../domain/cases/one-time-code';
import { isKept, keptWays } from '../../domain/cases/hand-over';
import { definitionOf } from '../../domain/cases/registry';
import type { LetterNeed, Refusal } from '../../domain/cases/process';
import { deemedDelivered } from '../../domain/post';
import type { OpenLetter } from '../../register/letters';
import { asEnclosed } from '../../templates/enclosed';
import type { Templates } from '../../templates/library';
import type { LetterActivities, LetterResult, StepRef } from '../contract';
import { hopeless } from '../failures';
import type { Printer } from '../pdf';
import { addressedTo, recipientOf, type Addressed } from './addressees';
import { answersFrom, refuseIfAnswerIsOnItsWay, type Answers } from './answers';
import { coded, notSent } from './code';
import { gather } from './data';
import { dispatch, momentOf, send, type DispatchDeps } from './dispatch';
import { lastWritten, openFile, type CaseFile } from './file';
import { keptOf, type KeptContents } from './kept';
import { linked } from './link';
import { draftOf, finished, words } from './make';
import { sendToOwners } from './owners';
import { routeOf, type Route } from './route';

export interface LetterDeps extends DispatchDeps {
  readonly printer: Printer;
  readonly templates: Templates;
  /** Address that people use, without a slash at the end. */
  readonly baseUrl: string;
}

export function createLetters(deps: LetterDeps): LetterActivities {
  const { register } = deps;
  const sendAsFar = letterSender(deps);
  return {
    async sendLetter(step) {
      const known = await register.letters.ofStep(step.reference, step.step);
      const over = known && alreadyOver(known, step);
      return over ?? sendAsFar(await openFile(register, step), known);
    },
  };
}

/** Sends the letter of a file as far as it may go by itself; `known` is what the step has made of it before. */
export function letterSender(
  deps: LetterDeps,
): (file: CaseFile, known: OpenLetter | null) => Promise<LetterResult> {
  const { register, now } = deps;

  return async (file, known) => {
    const { step, definition } = file;
    if (definition.to === 'system-owner') return sendToOwners(deps, file, known);
    const answers = answersFrom(file.written.filter((one) => one.step === step.step));
    const letter =
      known ?? (await register.letters.prepare(draftOf(deps.templates, file, await gather(deps, file))));
    const result = await onwards(file, letter, answers);
    if (result.state === 'needs' && known?.need === result.need)
      await refuseIfAnswerIsOnItsWay(register, step.reference, step.step, now());
    return result;
  };

  /** From wherever the letter stands, as far as it may go by itself. */
  async function onwards(file: CaseFile, letter: OpenLetter, answers: Answers): Promise<LetterResult> {
    if (letter.state === 'sending') return send(deps, file.step, letter, file.profile.governance.email);
    if (letter.state === 'to-post')
      return answers.postedOn ? posted(file, letter, answers.postedOn) : needs(letter, 'posting');
    if (file.definition.checked && !answers.parts) return needs(letter, 'check');
    if (answers.together !== null) return inside(file, letter, answers, answers.together);
    if (letter.need === 'together')
      await register.letters.change(letter.id, { need: null, carriedById: null });
    if (file.definition.oneTimeCode && answers.contact === SEND_NOTHING)
      return notSent(deps, file.step, letter);
    const addressed = addressedTo(file);
    const contents = soFar(letter);
    const route = routeOf(journey(file, addressed, answers, contents));
    if ('need' in route)
      return addressed.byHand === null
        ? stopped(letter, contents, route)
        : byHand(file, letter, answers, contents, addressed.byHand);
    return off(file, letter, answers, contents, route);
  }

  async function off(
    file: CaseFile,
    letter: OpenLetter,
    answers: Answers,
    contents: KeptContents,
    { way, contact }: Extract<Route, { way: string }>,
  ): Promise<LetterResult> {
    const lines = way === 'post' ? contact.value.split('\n').filter(Boolean) : [];
    const carried = file.definition.oneTimeCode ? await coded(deps, file.step, contents, way) : contents;
    const final = await finalContents(file, letter, answers, carried, lines);
    if (!final) return needs(letter, 'check');
    const ready: KeptContents = { ...final.contents, contactId: contact.id };
    const handed = handedOver(file);
    if (handed) return keepFor(file.step, letter, ready, handed);
    if (way === 'post') return toPost(letter, ready, final.templateHash);
    await refuseWhatTheClockCannotTake(file, momentOf(file.step, now()));
    const mail = { profile: file.profile, to: [contact.value] };
    if (delivery(file) !== 'link')
      return dispatch(deps, file.step, letter, { ...mail, way: 'email', contents: ready });
    const protectedLink = await linked(deps, file, ready);
    return dispatch(deps, file.step, letter, {
      ...mail,
      ...{ way: 'link', contents: protectedLink.contents, instead: protectedLink.notice },
    });
  }

  /**
   * To another body whose e-mail does not work, or that has none: a person prints it and writes the address by hand,
   * or enters it on the body's own portal.
   */
  async function byHand(
    file: CaseFile,
    letter: OpenLetter,
    answers: Answers,
    contents: KeptContents,
    way: 'post' | 'portal',
  ): Promise<LetterResult> {
    const post = addressedTo(file).contacts.find(({ kind }) => kind === 'post');
    const lines = post?.value.split('\n').filter(Boolean) ?? [];
    const final = await finalContents(file, letter, answers, contents, lines);
    return final ? toPost(letter, final.contents, final.templateHash, way) : needs(letter, 'check');
  }

  /** The words as they go, with the answers to other requests that travel inside them. */
  async function finalContents(
    file: CaseFile,
    letter: OpenLetter,
    { parts }: Answers,
    contents: KeptContents,
    lines: readonly string[],
  ) {
    const carried = await register.letters.waitingFor(file.dossier.reference, file.step.element);
    const data = {
      ...contents.data,
      date: londonDate(file.step.at),
      addressee: { ...contents.data.addressee, lines },
      parts: { ...contents.data.parts, ...parts },
      enclosed: carried.map(asEnclosed),
    };
    const rendered = finished(deps.templates, file, data);
    if (!rendered) return null;
    for (const one of carried) await register.letters.change(one.id, { carriedById: letter.id });
    const addressee = [data.addressee.name, ...lines];
    return {
      templateHash: rendered.templateHash,
      contents: { ...contents, ...words(rendered), data, addressee, parts: data.parts, why: null },
    };
  }

  /** Finished, it waits for the other answer, and counts as given when that one does. */
  async function inside(
    file: CaseFile,
    letter: OpenLetter,
    answers: Answers,
    reference: string,
  ): Promise<LetterResult> {
    const way = 'together';
    const givenAt = answers.wentTogether ? letter.carriedBy?.givenAt : null;
    if (givenAt) {
      await refuseWhatTheClockCannotTake(file, givenAt);
      await register.letters.change(letter.id, { state: 'given', need: null, givenAt });
      return { state: 'given', letter: letter.id, way, givenAt };
    }
    if (letter.need !== 'together') {
      const final = await finalContents(file, letter, answers, soFar(letter), []);
      if (!final) return needs(letter, 'check');
      const { templateHash } = final;
      const contents: KeptContents = { ...final.contents, together: reference };
      await register.letters.change(letter.id, { state: 'checked', need: way, way, contents, templateHash });
    }
    return { state: 'needs', letter: letter.id, need: way };
  }

  async function toPost(
    letter: OpenLetter,
    contents: KeptContents,
    templateHash: string,
    way: 'post' | 'portal' = 'post',
  ): Promise<LetterResult> {
    await register.letters.change(letter.id, {
      state: 'to-post',
      need: 'posting',
      way,
      contents,
      templateHash,
    });
    return { state: 'needs', letter: letter.id, need: 'posting' };
  }

  async function posted(file: CaseFile, letter: OpenLetter, on: string): Promise<LetterResult> {
    const way = letter.way ?? 'post';
    const delivered = file.definition.effectiveOnDelivery === true && way === 'post';
    const day = delivered ? deemedDelivered(on, file.profile.nation) : on;
    const givenAt = atLondonTime(day, '12:00');
    // What is in the post cannot be called back: a notice that comes too late is recorded, and moves nothing.
    const noEffect = delivered && (await clockRefusalOf(file, givenAt)) !== null;
    if (!noEffect) await refuseWhatTheClockCannotTake(file, givenAt);
    await register.letters.change(letter.id, { state: 'given', need: null, givenAt });
    return { state: 'given', letter: letter.id, way, givenAt, ...(noEffect && { noEffect }) };
  }

  /** Collection and reading aloud: the letter is finished; the task that hands over the copy records when it was given. */
  async function keepFor(
    step: StepRef,
    letter: OpenLetter,
    contents: KeptContents,
    way: string,
  ): Promise<LetterResult> {
    await register.letters.change(letter.id, { state: 'checked', need: null, way, contents });
    return { state: 'given', letter: letter.id, way, givenAt: momentOf(step, now()) };
  }

  async function stopped(
    letter: OpenLetter,
    contents: KeptContents,
    route: Extract<Route, { need: string }>,
  ): Promise<LetterResult> {
    const why = 'why' in route ? route.why : null;
    const kept: KeptContents = { ...contents, why };
    await register.letters.change(letter.id, { need: route.need, contents: kept });
    return { state: 'needs', letter: letter.id, need: route.need };
  }

  async function needs(letter: OpenLetter, need: LetterNeed): Promise<LetterResult> {
    if (letter.need !== need) await register.letters.change(letter.id, { need });
    return { state: 'needs', letter: letter.id, need };
  }

  /** A notice of extension that comes too late has no effect, so it does not go (Art 12A(4)). */
  async function refuseWhatTheClockCannotTake(file: CaseFile, at: string): Promise<void> {
    const refusal = await clockRefusalOf(file, at);
    if (refusal) throw hopeless(refusal.code, refusal.message);
  }

  async function clockRefusalOf({ dossier, step }: CaseFile, at: string): Promise<Refusal | null> {
    const meaning = definitionOf(dossier.kind).clock(step.element, step.data, at);
    return meaning.length > 0 ? register.cases.clockRefusal(step.reference, meaning) : null;
  }
}

/** Given already, or kept for handing over: nothing is done again. */
function alreadyOver(
  { id, state, way, givenAt, preparedAt }: OpenLetter,
  step: StepRef,
): LetterResult | null {
  if (givenAt && way) return { state: 'given', letter: id, way, givenAt };
  return state === 'checked' && way && isKept(way)
    ? { state: 'given', letter: id, way, givenAt: momentOf(step, new Date(preparedAt)) }
    : null;
}

/** The contents, with an address that was refused remembered. */
function soFar(letter: OpenLetter): KeptContents {
  const contents = keptOf(letter);
  if (letter.state !== 'undeliverable' || !contents.to || contents.refused.includes(contents.to))
    return contents;
  return { ...contents, refused: [...contents.refused, contents.to] };
}

/** How the answer travels, and what the profile says that a recipient takes; other letters have no say in it. */
function delivery(file: CaseFile): string | null {
  if (file.definition.to === 'recipient') return recipientOf(file)?.takes === 'secure-link' ? 'link' : null;
  if (file.step.element !== 'respond') return null;
  return String(file.step.data.delivery ?? lastWritten(file, 'prepare-response').codes.delivery);
}

function handedOver(file: CaseFile): 'collection' | 'read-aloud' | null {
  const way = delivery(file);
  return keptWays.find((one) => one === way) ?? null;
}

function journey(file: CaseFile, addressed: Addressed, answers: Answers, contents: KeptContents) {
  const way = delivery(file);
  return {
    ...addressed,
    confirmed: answers.contact ?? chosenBefore(file, addressed),
    onlyChosen: file.definition.oneTimeCode === true,
    confidential: file.definition.confidential,
    // By link the letter's own words stay here, so the e-mail says nothing confidential.
    emailAllowed: addressed.emailAllowed || way === 'link',
    byPost: answers.byPost || way === 'post',
    refused: contents.refused,
  };
}

/** Where somebody asked for a code to go. It is no confirmation where a flag asks for one. */
function chosenBefore({ definition, step }: CaseFile, { flagged }: Addressed): string | null {
  const { contact } = step.data;
  return definition.oneTimeCode && !flagged && typeof contact === 'string' ? contact : null;
}
