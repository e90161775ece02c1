import process from 'node:process'
import type { ActivityInterceptorsFactory } from '@temporalio/worker'
import { openWorker } from '#cli/open-worker.ts'
import { openGrounds } from '#cli/real-servers.ts'
import { connectWorker } from '#cli/temporal-connection.ts'

/**
 * The worker of the kill test: the product's own, with one thing put around the activity that writes the record. After SIGHUP it
 * kills its own process as soon as an action is committed, before Temporal hears of it.
 */
let isArmed = false
process.on('SIGHUP', () => {
  isArmed = true
})

const dieAfterCommit: ActivityInterceptorsFactory = ({ info }) =>
  info.activityType === 'recordAction'
    ? {
        inbound: {
          async execute(input, next) {
            const answer = await next(input)
            if (isArmed) process.kill(process.pid, 'SIGKILL')
            return answer
          },
        },
      }
    : {}

const [codePath = ''] = process.argv.slice(2)
const { grounds, temporalAddress } = await openGrounds(process.env)
const connection = await connectWorker(temporalAddress, grounds.config)
const worker = await openWorker(grounds, { connection, bundle: { codePath }, interceptors: [dieAfterCommit] })
process.stdout.write('Kill-test worker is at work\n')
await worker.ended
