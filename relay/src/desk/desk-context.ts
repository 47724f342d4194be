import type { DeskRouteName, deskRoutes } from '@dentalanswer/shared/contract/routes.ts'
import type { Device } from '@dentalanswer/shared/domain/device.ts'
import type { z } from 'zod'
import type { Ctx, Tx } from '../store/transaction.ts'
import type { Work } from '../store/work.ts'

export type DeskCtx = Ctx & { device: Device }

type Routes = typeof deskRoutes
export type InputOf<N extends DeskRouteName> = z.output<Routes[N]['input']>
export type OutputOf<N extends DeskRouteName> = z.output<Routes[N]['output']>
export type QueryName = { [N in DeskRouteName]: Routes[N]['method'] extends 'GET' ? N : never }[DeskRouteName]
export type CommandName = Exclude<DeskRouteName, QueryName>

/** A query reads; `read` runs work against the practice of the desk that asks. */
export type Queries = { [N in QueryName]: (ctx: DeskCtx, input: InputOf<N>) => Promise<OutputOf<N>> }
/** A command is one transaction. `requestId` is the desk's own id of the request. */
export type Commands = { [N in CommandName]: (tx: Tx, input: InputOf<N>, requestId: string) => Work<OutputOf<N>> }
