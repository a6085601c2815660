import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { HubDoorQuery, HubOrigins } from '#hubs';
import { BankOfHubQuery } from '#ledger';
import { pageMayLoad } from '../security-headers.js';
import { languageAsked } from '../statement/language-asked.js';
import { EmbedFiles } from './embed-files.js';
import { found } from './embed.controller.js';
import { PublicAddress } from './public-address.js';
import { snippetPage, snippetPageLoads, type Answer } from './snippet-page.js';
import { ourColours, spoken, styleOf, themes, type Colours, type Wanted } from './snippet.js';

type Asked = Readonly<Record<string, unknown>>;

/** For whoever keeps a hub's page: the code to copy, and whether the page may ask already. */
@Controller('embed')
export class SnippetController {
  constructor(
    private readonly files: EmbedFiles,
    private readonly queries: QueryBus,
    private readonly origins: HubOrigins,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @RouteConfig(pageMayLoad(snippetPageLoads))
  async page(@Query() asked: Asked, @Req() request: FastifyRequest): Promise<string> {
    const { hash, integrity } = found(this.files.script);
    const language = languageAsked(request);
    const wanted = wantedIn(asked);
    const page = text(asked['page']);
    const answer = await this.answer(wanted.hub, page, language);
    return snippetPage({
      language,
      wanted,
      page,
      answer,
      served: { server: this.address.seenBy(request), hash, integrity },
    });
  }

  /** For the preview. */
  @Get('colours.css')
  @Header('content-type', 'text/css; charset=utf-8')
  colours(@Query() asked: Asked): string {
    return styleOf(coloursIn(asked)) ?? '';
  }

  private async answer(called: string, page: string, language: 'it' | 'en'): Promise<Answer> {
    if (called === '') return { kind: 'nothing-asked' };
    const hub = await this.queries.execute(new HubDoorQuery(called));
    const bank = hub && (await this.queries.execute(new BankOfHubQuery(hub.hubId)));
    if (!hub || !bank) return { kind: 'unknown-hub' };
    const origin = originOf(page);
    return {
      kind: 'found',
      hubName: (language === 'en' && hub.nameEn) || hub.nameIt,
      bankName: bank.name,
      ...(origin === undefined ? {} : { origin }),
      isRegistered: origin !== undefined && (await this.origins.hubsAt(origin)).has(hub.hubId),
    };
  }
}

function wantedIn(asked: Asked): Wanted {
  return {
    hub: text(asked['hub']),
    speaks: spoken.find((one) => one === asked['speaks']) ?? 'page',
    theme: themes.find((one) => one === asked['theme']) ?? 'light',
    colours: coloursIn(asked),
  };
}

function coloursIn(asked: Asked): Colours {
  return { text: colour(asked, 'text'), surface: colour(asked, 'surface'), accent: colour(asked, 'accent') };
}

function text(asked: unknown): string {
  return typeof asked === 'string' ? asked.trim() : '';
}

function colour(asked: Asked, name: keyof Colours): string {
  const said = text(asked[name]).toLowerCase();
  return /^#[0-9a-f]{6}$/.test(said) ? said : ourColours[name];
}

/** As browsers write it; undefined for what no browser opens. */
function originOf(page: string): string | undefined {
  if (!URL.canParse(page)) return undefined;
  const { protocol, origin } = new URL(page);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}
