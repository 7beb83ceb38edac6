"""Puts one company and the parties asked for into a fresh Tryton, each with an opportunity.

Reads `[{"name", "emails", "phone"}]` from the file named second and prints `{name: {party, opportunity}}`.
"""
import datetime
import json
import sys
from decimal import Decimal

from trytond.config import config

config.update_etc(sys.argv[1])

from trytond.pool import Pool  # noqa: E402  (reads the configuration when imported)
from trytond.transaction import Transaction  # noqa: E402

Pool.start()
pool = Pool('crm')
pool.init()
wanted = json.load(open(sys.argv[2]))
ids = {}
with Transaction().start('crm', 1, context={'active_test': False}) as transaction:
    Party, User = pool.get('party.party'), pool.get('res.user')
    # No wizard may stand before the first page.
    Wizard = pool.get('ir.module.config_wizard.item')
    Wizard.write(Wizard.search([('state', '!=', 'done')]), {'state': 'done'})
    today = datetime.date.today()
    euro, = pool.get('currency.currency').create([{
        'name': 'Euro', 'code': 'EUR', 'symbol': '€',
        'rates': [('create', [{'date': datetime.date(2020, 1, 1), 'rate': Decimal(1)}])]}])
    own, = Party.create([{'name': 'Our company'}])
    company, = pool.get('company.company').create([{'party': own.id, 'currency': euro.id}])
    someone, = Party.create([{'name': 'Rep One'}])
    employee, = pool.get('company.employee').create([{'party': someone.id, 'company': company.id}])
    groups = [group.id for group in pool.get('res.group').search([])]
    User.write([User(1)], {
        'companies': [('add', [company.id])], 'company': company.id,
        'employees': [('add', [employee.id])], 'employee': employee.id, 'groups': [('add', groups)]})
    with Transaction().set_context(company=company.id, employee=employee.id):
        for person in wanted:
            ways = [{'type': 'email', 'value': email} for email in person['emails']]
            ways += [{'type': 'phone', 'value': person['phone']}] if person.get('phone') else []
            party, = Party.create([{
                'name': person['name'], 'addresses': [('create', [{'city': 'Lyon'}])],
                'contact_mechanisms': [('create', ways)] if ways else []}])
            deal, = pool.get('sale.opportunity').create([{
                'party': party.id, 'company': company.id, 'employee': employee.id, 'start_date': today,
                'description': 'Onboarding', 'conversion_probability': Decimal('0.5')}])
            ids[person['name']] = {'party': party.id, 'opportunity': deal.id}
    transaction.commit()
print(json.dumps(ids))
