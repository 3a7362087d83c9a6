import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('vault', '0001_initial')]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='CodeSalt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('salt', models.BinaryField(max_length=16, verbose_name='盐')),
                ('cost', models.CharField(max_length=40, verbose_name='派生代价')),
            ],
            options={
                'verbose_name': '查询码的盐',
                'verbose_name_plural': '查询码的盐',
            },
        ),
        migrations.CreateModel(
            name='Keyholder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('staff_ref', models.PositiveBigIntegerField(unique=True, verbose_name='账号')),
                ('public', models.BinaryField(max_length=32, verbose_name='公钥')),
                ('wrapped_private', models.BinaryField(verbose_name='加锁的私钥')),
                ('salt', models.BinaryField(max_length=16, verbose_name='盐')),
                ('cost', models.CharField(max_length=40, verbose_name='派生代价')),
                ('must_change', models.BooleanField(default=True, verbose_name='须更换口令')),
            ],
            options={
                'verbose_name': '持钥人',
                'verbose_name_plural': '持钥人',
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('lookup', models.BinaryField(max_length=32, unique=True, verbose_name='查询码摘要')),
                ('public', models.BinaryField(max_length=32, verbose_name='公钥')),
            ],
            options={
                'verbose_name': '查询码',
                'verbose_name_plural': '查询码',
            },
        ),
        migrations.CreateModel(
            name='Recovery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organ_ref', models.PositiveBigIntegerField(unique=True, verbose_name='机构')),
                ('public', models.BinaryField(max_length=32, verbose_name='公钥')),
            ],
            options={
                'verbose_name': '恢复密钥',
                'verbose_name_plural': '恢复密钥',
            },
        ),
        migrations.CreateModel(
            name='BlindTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organ_ref', models.PositiveBigIntegerField(verbose_name='机构')),
                ('record', models.UUIDField(verbose_name='记录')),
                ('token', models.BinaryField(max_length=8, verbose_name='词的标记')),
            ],
            options={
                'verbose_name': '检索标记',
                'verbose_name_plural': '检索标记',
                'indexes': [models.Index(fields=['organ_ref', 'token'], name='vault_blind_term_found')],
                'constraints': [models.UniqueConstraint(fields=('record', 'token'), name='vault_blind_term_once_a_record')],
            },
        ),
        migrations.CreateModel(
            name='DataKey',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('context', models.CharField(max_length=160, verbose_name='所属')),
                ('erased_on', models.DateField(blank=True, null=True, verbose_name='销毁日期')),
                ('watch', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='watched', to='vault.datakey')),
            ],
            options={
                'verbose_name': '数据密钥',
                'verbose_name_plural': '数据密钥',
            },
        ),
        migrations.CreateModel(
            name='OrganKey',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('organ_ref', models.PositiveBigIntegerField(verbose_name='机构')),
                ('purpose', models.CharField(choices=[('office', '办公密钥'), ('identity', '身份密钥')], max_length=10, verbose_name='用途')),
                ('version', models.PositiveIntegerField(verbose_name='版本')),
                ('public', models.BinaryField(max_length=32, verbose_name='公钥')),
                ('retired_on', models.DateField(blank=True, null=True, verbose_name='停用日期')),
            ],
            options={
                'verbose_name': '机构密钥',
                'verbose_name_plural': '机构密钥',
                'constraints': [models.UniqueConstraint(fields=('organ_ref', 'purpose', 'version'), name='vault_organ_key_version_once'), models.UniqueConstraint(condition=models.Q(('retired_on__isnull', True)), fields=('organ_ref', 'purpose'), name='vault_one_organ_key_in_use')],
            },
        ),
        migrations.CreateModel(
            name='DataKeyWrap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('expires_at', models.DateTimeField(blank=True, null=True, verbose_name='到期')),
                ('wrapped', models.BinaryField(verbose_name='加锁的数据密钥')),
                ('data_key', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wraps', to='vault.datakey')),
                ('keyholder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='wraps', to='vault.keyholder')),
                ('organ_key', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='wraps', to='vault.organkey')),
                ('receipt', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='wraps', to='vault.receipt')),
            ],
            options={
                'verbose_name': '数据密钥的加锁',
                'verbose_name_plural': '数据密钥的加锁',
                'constraints': [models.UniqueConstraint(fields=('data_key', 'organ_key'), name='vault_wrap_once_an_organ_key'), models.UniqueConstraint(fields=('data_key', 'receipt'), name='vault_wrap_once_a_receipt'), models.CheckConstraint(condition=models.Q(models.Q(('keyholder__isnull', True), ('organ_key__isnull', False), ('receipt__isnull', True)), models.Q(('keyholder__isnull', True), ('organ_key__isnull', True), ('receipt__isnull', False)), models.Q(('expires_at__isnull', False), ('keyholder__isnull', False), ('organ_key__isnull', True), ('receipt__isnull', True)), _connector='OR'), name='vault_wrap_has_one_holder')],
            },
        ),
        migrations.CreateModel(
            name='KeyShare',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('whole', '全部'), ('guard', '回避比对')], max_length=6, verbose_name='份额')),
                ('wrapped', models.BinaryField(verbose_name='加锁的私钥')),
                ('keyholder', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='vault.keyholder')),
                ('organ_key', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='vault.organkey')),
                ('recovery', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='vault.recovery')),
            ],
            options={
                'verbose_name': '密钥份额',
                'verbose_name_plural': '密钥份额',
                'constraints': [models.UniqueConstraint(fields=('organ_key', 'keyholder', 'part'), name='vault_share_once_a_holder'), models.CheckConstraint(condition=models.Q(models.Q(('keyholder__isnull', False), ('recovery__isnull', True)), models.Q(('keyholder__isnull', True), ('recovery__isnull', False)), _connector='OR'), name='vault_share_has_one_holder')],
            },
        ),
        migrations.CreateModel(
            name='SealedItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slot', models.CharField(max_length=40, verbose_name='格')),
                ('version', models.PositiveIntegerField(default=1, verbose_name='版本')),
                ('ciphertext', models.BinaryField(verbose_name='密文')),
                ('data_key', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='vault.datakey')),
            ],
            options={
                'verbose_name': '密文',
                'verbose_name_plural': '密文',
                'constraints': [models.UniqueConstraint(fields=('data_key', 'slot', 'version'), name='vault_item_version_once')],
            },
        ),
    ]
