import { formatYuan } from '#domain/money.ts'
import type { PlainDay } from '#domain/day.ts'
import type { AnnouncedStandard, Fee } from '#domain/open-licence-forms.ts'
import type { OfferRow, OfferView } from '#schemas/api/open-licence.ts'
import type { PublicationRow } from '#store/lists/publications.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { publicUrlOf } from '../public-url.ts'
import type { Words } from '../words.ts'

const stem = 'open-licence'

/** What a declaration shows to everybody while its offer lives. */
export type PublishedOffer = AnnouncedStandard & { readonly withdrawalFiledOn?: PlainDay }

/** What the matter published; the definition of the process wrote it. */
export function readOffer({ body }: PublicationRow): PublishedOffer {
  return body as unknown as PublishedOffer
}

type Address = Pick<ApiDependencies, 'config'>

/** The permanent address of an offer. */
export function offerAddress(deps: Address, id: string): string {
  return `${publicUrlOf(deps.config)}/open-licences/${id}`
}

function viewFee(fee: Fee, words: Words): OfferRow['fee'] {
  const labels = words.values(stem)
  const { method, royaltyBase, ...amounts } = fee
  return {
    ...amounts,
    method: { name: method, label: labels[method] ?? method },
    ...(royaltyBase === undefined ? {} : { royaltyBase: { name: royaltyBase, label: labels[royaltyBase] ?? royaltyBase } }),
  }
}

/** An offer in the catalogue. */
export function viewOfferRow(deps: Address, row: PublicationRow, words: Words): OfferRow {
  const { number, patent, title, titleEn, patentees, fee, announcedOn, termEnd, withdrawalFiledOn } = readOffer(row)
  return {
    id: row.matter,
    number,
    patent,
    title: words.language === 'en' ? (titleEn ?? title) : title,
    patentees: [...patentees],
    fee: viewFee(fee, words),
    announcedOn,
    termEnd,
    ...(withdrawalFiledOn === undefined ? {} : { withdrawalFiledOn }),
    address: offerAddress(deps, row.matter),
  }
}

/** An offer as everybody may read it. */
export function viewOffer(
  deps: Address,
  { row, house, licences }: { readonly row: PublicationRow; readonly house: string; readonly licences: number },
  words: Words,
): OfferView {
  const { titleEn, announcementNumber, noticeSystem, noticeAddress, account, other } = readOffer(row)
  return {
    ...viewOfferRow(deps, row, words),
    ...(titleEn === undefined ? {} : { titleEn }),
    house,
    announcementNumber,
    noticeSystem,
    noticeAddress,
    account,
    ...(other === undefined ? {} : { other }),
    licences,
    twin: `/api/open-licences/${row.matter}.jsonld`,
  }
}

/** The fee for machines: a sum is a price, a rate a specification of it. */
function priceOf({ fixedFen, royaltyBp, royaltyBase, reportMonths }: Fee): object {
  const yuan = fixedFen === undefined ? undefined : formatYuan(fixedFen).replaceAll(',', '')
  return {
    ...(yuan === undefined ? {} : { price: yuan, priceCurrency: 'CNY' }),
    ...(royaltyBp === undefined
      ? {}
      : {
          priceSpecification: {
            '@type': 'PriceSpecification',
            name: 'licence:royalty',
            'licence:rateBasisPoints': royaltyBp,
            'licence:base': royaltyBase,
            'licence:reportMonths': reportMonths,
          },
        }),
  }
}

/** An offer for machines, in schema.org's words where it has them. */
export function offerTwin(deps: Address, row: PublicationRow, house: string): object {
  const { number, patent, title, titleEn, patentees, fee, announcedOn, announcementNumber, termEnd, noticeSystem, withdrawalFiledOn } =
    readOffer(row)
  const address = offerAddress(deps, row.matter)
  const names =
    titleEn === undefined
      ? title
      : [
          { '@language': 'zh-CN', '@value': title },
          { '@language': 'en', '@value': titleEn },
        ]
  return {
    '@type': 'Offer',
    '@id': address,
    url: address,
    identifier: number,
    additionalType: 'licence:OpenLicence',
    itemOffered: { '@type': 'Intangible', additionalType: 'licence:PatentLicence', name: names, identifier: patent },
    offeredBy: patentees.map((name) => ({ '@type': 'Organization', name })),
    seller: { '@type': 'CollegeOrUniversity', name: house },
    eligibleRegion: { '@type': 'Country', name: 'CN' },
    availability: 'https://schema.org/InStock',
    validFrom: announcedOn,
    validThrough: termEnd,
    ...priceOf(fee),
    'licence:paymentDays': fee.paymentDays,
    'licence:announcement': announcementNumber,
    'licence:noticeSystem': noticeSystem,
    ...(withdrawalFiledOn === undefined ? {} : { 'licence:withdrawalFiledOn': withdrawalFiledOn }),
    potentialAction: {
      '@type': 'AcceptAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${publicUrlOf(deps.config)}/api/open-licences/${row.matter}/take-ups`,
        httpMethod: 'POST',
      },
    },
  }
}

/** What the words of a twin mean. */
export function twinContext(deps: Address): object {
  return { '@vocab': 'https://schema.org/', licence: `${publicUrlOf(deps.config)}/ns/open-licence#` }
}
