import { createTransport } from 'nodemailer';
import type { MailSink } from '../support/mail';
import { mailSink } from '../support/mail';

describe('the mail sink', () => {
  let sink: MailSink;
  beforeAll(async () => {
    sink = await mailSink();
  });
  afterAll(() => sink.stop());

  it('receives a real mail over SMTP and gives back its envelope, headers, text and attachments', async () => {
    await createTransport(sink.url).sendMail({
      from: 'dpo@housing.example',
      to: 'tenant@home.example',
      bcc: 'file@housing.example',
      messageId: '<letter-1@housing.example>',
      subject: 'We have your request – £0',
      text: 'Dear tenant,\n\nThank you.',
      attachments: [{ filename: 'index.csv', content: 'number\n1\n' }],
    });

    const caught = await sink.waitFor(({ subject }) => subject.startsWith('We have your request'));

    expect(caught).toMatchObject({ sender: 'dpo@housing.example', messageId: '<letter-1@housing.example>' });
    expect(caught.subject).toBe('We have your request – £0');
    expect(caught.recipients).toEqual(['tenant@home.example', 'file@housing.example']);
    expect(caught.text).toContain('Thank you.');
    expect(caught.header('To')).toBe('tenant@home.example');
    expect(caught.attachments.map(({ filename }) => filename)).toEqual(['index.csv']);
  });

  it('forgets what it caught when asked to', async () => {
    await createTransport(sink.url).sendMail({
      from: 'a@housing.example',
      to: 'b@home.example',
      subject: 'Old',
    });
    await sink.waitFor(({ subject }) => subject === 'Old');

    await sink.clear();

    expect(await sink.messages()).toEqual([]);
  });
});
