import type { Vault, Vaults } from '../platform/vault.ts'
import type { Asking } from './asking.ts'

/** Binds the vault to whoever asks. */
export function handOut(vault: Asking): Vaults {
  return {
    state: vault.state,
    fits: vault.fits,
    asking: (who): Vault => ({
      makePersonKeys: (personIds, organisationId) => vault.makeKeys('person', personIds, organisationId),
      makeCaseKeys: (caseIds, organisationId) => vault.makeKeys('case', caseIds, organisationId),
      makePersonKey: async (personId, organisationId) => {
        const [key] = await vault.makeKeys('person', [personId], organisationId)
        if (!key) throw new Error('no key was made')
        return key
      },
      seal: (key, sealings) => vault.sealAll(sealings.map((each) => ({ key, ...each }))),
      sealAll: vault.sealAll,
      open: (key, openings) =>
        vault.openAll(
          who,
          openings.map((each) => ({ key, ...each })),
          false,
        ),
      openAll: (openings, options) => vault.openAll(who, openings, options?.book ?? false),
      hash: vault.hash,
      indexTokens: vault.indexTokens,
      search: (organisationId, clubId, asked) => vault.search(who, organisationId, clubId, asked),
    }),
  }
}
