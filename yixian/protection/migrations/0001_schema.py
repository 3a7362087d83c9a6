import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('protection', '0001_initial'), ('protection', '0002_recusal_asked'), ('protection', '0003_alert_looks'), ('protection', '0004_partners')]

    initial = True

    dependencies = [
        ('roster', '0001_schema'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bucket', models.CharField(max_length=80, unique=True, verbose_name='对象')),
                ('count', models.PositiveIntegerField(default=0, verbose_name='次数')),
                ('since', models.DateTimeField(verbose_name='自何时起')),
                ('until', models.DateTimeField(db_index=True, verbose_name='到何时止')),
            ],
            options={
                'verbose_name': '尝试次数',
                'verbose_name_plural': '尝试次数',
            },
        ),
        migrations.CreateModel(
            name='Alert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('identity_opened', '举报人身份被查看'), ('identity_granted', '批准查看举报人身份'), ('recusal_asked', '有人申请回避'), ('retaliation_told', '举报人反映打击报复'), ('protection_asked', '举报人申请保护'), ('trail_breach', '留痕核验发现异常'), ('key_replaced', '机构公钥被调换，可能有人改动数据库'), ('login_blocked', '账号多次登录未成功'), ('partner_key_changed', '协作机关的公钥变了')], max_length=20, verbose_name='事项')),
                ('subject', models.CharField(blank=True, max_length=160, verbose_name='对何记录')),
                ('actor', models.CharField(blank=True, max_length=40, verbose_name='何人')),
                ('raised_at', models.DateTimeField(verbose_name='时间')),
                ('seen_at', models.DateTimeField(blank=True, null=True, verbose_name='已阅时间')),
                ('looked_at', models.DateTimeField(blank=True, null=True, verbose_name='审计员看过的时间')),
                ('looked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='alerts_looked_at', to='roster.staff', verbose_name='看过的审计员')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='alerts', to='roster.organ', verbose_name='机构')),
                ('seen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='alerts_seen', to='roster.staff', verbose_name='已阅人')),
            ],
            options={
                'verbose_name': '提醒',
                'verbose_name_plural': '提醒',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='IdentityRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=160, verbose_name='对何记录')),
                ('seal', models.UUIDField(verbose_name='身份')),
                ('reason', models.UUIDField(verbose_name='理由')),
                ('reported', models.BinaryField(default=bytes, verbose_name='被举报方标记')),
                ('asked_at', models.DateTimeField(verbose_name='申请时间')),
                ('state', models.CharField(choices=[('asked', '待批准'), ('granted', '已批准'), ('refused', '未批准')], default='asked', max_length=10, verbose_name='状态')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='批准时间')),
                ('expires_at', models.DateTimeField(blank=True, null=True, verbose_name='到期')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identity_asked', to='roster.staff', verbose_name='申请人')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='identity_decided', to='roster.staff', verbose_name='批准人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identity_requests', to='roster.organ', verbose_name='机构')),
            ],
            options={
                'verbose_name': '查看身份申请',
                'verbose_name_plural': '查看身份申请',
                'constraints': [models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), models.Q(('decided_by', models.F('asked_by')), _negated=True), _connector='OR'), name='protection_identity_granted_by_another', violation_error_message='查看举报人身份须由另一人批准。')],
            },
        ),
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='标识')),
                ('line', models.UUIDField(default=uuid.uuid4, verbose_name='同一机关')),
                ('name', models.CharField(max_length=60, verbose_name='机关名称')),
                ('relation', models.CharField(choices=[('above', '上级'), ('below', '下级'), ('beside', '平级')], max_length=8, verbose_name='关系')),
                ('office_public', models.BinaryField(max_length=32, verbose_name='办公公钥')),
                ('identity_public', models.BinaryField(max_length=32, verbose_name='身份公钥')),
                ('signer_public', models.BinaryField(max_length=32, verbose_name='签名公钥')),
                ('fingerprint', models.CharField(max_length=49, verbose_name='指纹')),
                ('introduced_on', models.DateField(verbose_name='登记日期')),
                ('confirmed_on', models.DateField(blank=True, null=True, verbose_name='核对日期')),
                ('heard', models.UUIDField(blank=True, null=True, verbose_name='与谁核对')),
                ('retired_on', models.DateField(blank=True, null=True, verbose_name='停用日期')),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='roster.staff', verbose_name='核对人')),
                ('introduced_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='roster.staff', verbose_name='登记人')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partners', to='roster.organ', verbose_name='本机关')),
            ],
            options={
                'verbose_name': '协作机关',
                'verbose_name_plural': '协作机关',
                'ordering': ['name', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('retired_on__isnull', True)), fields=('line',), name='protection_partner_one_card_in_use', violation_error_message='这个机关已有一张公钥卡在用。'), models.UniqueConstraint(condition=models.Q(('retired_on__isnull', True)), fields=('organ', 'name'), name='protection_partner_named_once', violation_error_message='已有同名的协作机关。'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('confirmed_by__isnull', True), ('confirmed_on__isnull', True), ('heard__isnull', True)), models.Q(('confirmed_by__isnull', False), ('confirmed_on__isnull', False), ('heard__isnull', False)), _connector='OR'), models.Q(('confirmed_on__isnull', True), ('confirmed_on__gte', models.F('introduced_on')), _connector='OR')), name='protection_partner_confirmed_whole', violation_error_message='核对须记明何人、何日、与谁核对。')],
            },
        ),
        migrations.CreateModel(
            name='Recusal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=160, verbose_name='对何记录')),
                ('ground', models.CharField(choices=[('reported', '本人是被举报人'), ('relative', '是被举报人的近亲属'), ('reporter_kin', '是举报人的近亲属'), ('interest', '本人或者近亲属与办理事项有利害关系'), ('reported_unit', '是被反映单位的工作人员'), ('other', '有其他可能影响公正办理的情形')], max_length=14, verbose_name='事由')),
                ('origin', models.CharField(choices=[('declared', '本人申报'), ('asked', '他人申请')], max_length=10, verbose_name='提出方式')),
                ('state', models.CharField(choices=[('asked', '待决定'), ('standing', '回避'), ('rejected', '经审查不需回避')], default='standing', max_length=10, verbose_name='状态')),
                ('raised_on', models.DateField(verbose_name='提出日期')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='决定日期')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='recusals_decided', to='roster.staff', verbose_name='决定人')),
                ('staff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recusals', to='roster.staff', verbose_name='回避人')),
            ],
            options={
                'verbose_name': '回避',
                'verbose_name_plural': '回避',
                'constraints': [models.UniqueConstraint(fields=('subject', 'staff'), name='protection_recusal_once_a_record', violation_error_message='此人对这件已经回避。')],
            },
        ),
    ]
