import type { Finding } from './document';
import type { Controller, ProcessingRecord, Profile, Sensitivity } from './profile';

/** The entry of otherBodies whom housing complaints may be taken to. */
export const HOUSING_OMBUDSMAN = 'housing-ombudsman';

/** Whether FOIA binds a body of this sort, and it is a public authority under the UK GDPR (DPA s.7). */
export function isPublicAuthority({ bodyType }: Pick<Profile, 'bodyType'>): boolean {
  return bodyType === 'local-authority' || bodyType === 'arms-length-management-organisation';
}

/** What each part must have beside its shape, so that letters and checks can rely on it. */
export function completenessFindings(profile: Profile): Finding[] {
  return [
    ...profile.controllers.flatMap(routeFindings),
    ...profile.processingRecords.flatMap((record, index) => recordFindings(profile, record, index)),
    ...ownerlessPersonTypes(profile),
    ...unrecordedSystems(profile),
    ...searchedInVain(profile),
    ...retentionFindings(profile),
    ...unnamedOmbudsman(profile),
  ];
}

/** Letters about a housing complaint say how to reach the Ombudsman, and one of them cannot go without. */
function unnamedOmbudsman({ complaints, otherBodies }: Profile): Finding[] {
  return !complaints.housingComplaints || otherBodies.some(({ id }) => id === HOUSING_OMBUDSMAN)
    ? []
    : [
        {
          path: ['complaints', 'housingComplaints'],
          allowed: `false, while otherBodies has no entry ${HOUSING_OMBUDSMAN}`,
        },
      ];
}

/** Who decides may answer; who acts for another answers on instructions or passes it on (Art 28(3)). */
function routeFindings({ ourRole, route }: Controller, index: number): Finding[] {
  const allowed = ourRole === 'processor' ? ['instructed', 'forward'] : ['answer'];
  return allowed.includes(route)
    ? []
    : [
        {
          path: ['controllers', index, 'route'],
          allowed: `${allowed.join(' or ')}, because we are ${ourRole}`,
          article: 'UK GDPR Articles 15(1) and 28(3)(a) and (e)',
        },
      ];
}

function recordFindings(profile: Profile, record: ProcessingRecord, index: number): Finding[] {
  const path = ['processingRecords', index] as const;
  const sensitive = (of: Sensitivity) =>
    profile.categories.some(({ id, sensitivity }) => sensitivity === of && record.categories.includes(id));
  const controller = profile.controllers.find(({ id }) => id === record.controller);
  const strangers = record.personTypes.filter((type) => controller && !controller.dataOf.includes(type));
  return [
    ...(sensitive('special') && !record.specialCategoryConditions?.length
      ? [
          {
            path: [...path, 'specialCategoryConditions'],
            allowed: 'at least one condition, because a category is special',
            article: 'UK GDPR Article 9(2)',
          },
        ]
      : []),
    ...(sensitive('offence') && !record.offenceCondition
      ? [
          {
            path: [...path, 'offenceCondition'],
            allowed: 'a condition, because a category is about offences',
            article: 'UK GDPR Article 10',
          },
        ]
      : []),
    ...(isPublicAuthority(profile) && record.lawfulBasis.includes('6(1)(ea)')
      ? [
          {
            path: [...path, 'lawfulBasis'],
            allowed: 'a basis other than 6(1)(ea), which public authorities cannot use',
            article: 'DUAA section 70(2)(c)',
          },
        ]
      : []),
    ...strangers.map((type) => ({
      path: [...path, 'personTypes'],
      found: `${type}, whose data ${record.controller} does not control`,
      allowed: `one of ${controller?.dataOf.join(', ')}`,
      article: 'UK GDPR Article 30(1)(a) and (c)',
    })),
  ];
}

/** A letter must be able to name the controller of everybody's data. */
function ownerlessPersonTypes({ personTypes, controllers }: Profile): Finding[] {
  return personTypes.flatMap(({ id }, index) =>
    controllers.some(({ dataOf }) => dataOf.includes(id))
      ? []
      : [
          {
            path: ['personTypes', index, 'id'],
            found: `${id}, of whose data nobody is controller`,
            allowed: 'a person type that a controller names under dataOf',
            article: 'UK GDPR Article 30(1)(a)',
          },
        ],
  );
}

/** What is found in a system can only be explained by a processing record that names the system. */
function unrecordedSystems({ systems, processingRecords }: Profile): Finding[] {
  return systems.flatMap(({ id }, index) =>
    processingRecords.some((record) => record.systems.includes(id))
      ? []
      : [
          {
            path: ['systems', index, 'id'],
            found: `${id}, which no processing record mentions`,
            allowed: 'a system that at least one of processingRecords names',
            article: 'UK GDPR Article 30(1)(b)',
          },
        ],
  );
}

function searchedInVain({ personTypes, systems }: Profile): Finding[] {
  return personTypes.flatMap((type, index) =>
    type.defaultSystems.flatMap((id, at) =>
      systems.some((system) => system.id === id && !system.personTypes.includes(type.id))
        ? [
            {
              path: ['personTypes', index, 'defaultSystems', at],
              found: `${id}, which holds no data of ${type.id}`,
              allowed: `systems that name ${type.id} under personTypes`,
            },
          ]
        : [],
    ),
  );
}

function retentionFindings({ caseRetention }: Profile): Finding[] {
  return caseRetention.some(({ kind }) => kind === undefined)
    ? []
    : [
        {
          path: ['caseRetention'],
          found: 'only periods for single kinds',
          allowed: 'one entry without a kind, for all others',
          article: 'UK GDPR Article 5(1)(e)',
        },
      ];
}
