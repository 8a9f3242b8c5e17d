package dev.launchready.detect;

import java.util.List;

/**
 * The formats that issuers published, a line a rule: id, the name that the value is assigned to (a dash where the value stands alone), and
 * the value. {@code {A24}} is 24 characters of letters and digits, {@code a} lower case and digits, {@code U} upper case and digits,
 * {@code L} letters, {@code d} digits, {@code h} lower hex, {@code H} upper hex, {@code s} the URL-safe alphabet, {@code b} base64,
 * {@code 2} base32, {@code {u}} a UUID, {@code {c30}} 30 characters and their checksum in base 62.
 */
final class IssuerFormats {
    private static final String TABLE = """
            aws-access-key-id - AKIAY{2:14}A
            aws-temporary-key-id - ASIAY{2:14}Q
            aws-secret-access-key AWS_SECRET_ACCESS_KEY {b40}
            aws-session-token aws_session_token IQoJ{b400}
            aws-mws-key - amzn.mws.{u}
            google-oauth-client-secret - GOCSPX-{s28}
            google-oauth-access-token - ya29.{s160}
            google-oauth-refresh-token - 1//0{s100}
            azure-storage-key AZURE_STORAGE_KEY {b85}A==
            azure-client-secret - {A3}8Q~{s34}
            azure-devops-token - {A76}AZDO{A4}
            azure-function-key - {s44}AzFu{s5}A==
            azure-search-key - {A42}AzSeB{A5}
            alibaba-access-key-id - LTAI{A20}
            tencent-secret-id - AKID{A32}
            yandex-api-key - AQVN{s36}
            digitalocean-token - dop_v1_{h64}
            digitalocean-spaces-key - DO00{U16}
            heroku-api-key - HRKU-AA{s58}
            heroku-legacy-api-key HEROKU_API_KEY {u}
            netlify-token - nfp_{A36}
            vercel-blob-token - vercel_blob_rw_{A16}_{A30}
            vercel-token VERCEL_TOKEN {A24}
            cloudflare-api-token CLOUDFLARE_API_TOKEN {s40}
            cloudflare-global-key CLOUDFLARE_API_KEY {h37}
            cloudflare-origin-ca-key - v1.0-{h24}-{h146}
            fastly-api-token FASTLY_API_TOKEN {s32}
            flyio-token - fo1_{s43}
            render-api-key - rnd_{A32}
            scaleway-access-key - SCW{U17}
            linode-token LINODE_TOKEN {h64}
            hetzner-token HCLOUD_TOKEN {A64}
            pulumi-token - pul-{h40}
            terraform-cloud-token - {A14}.atlasv1.{s67}
            vault-token - hvs.{s92}
            doppler-token - dp.pt.{A43}
            infisical-service-token - st.{h24}.{h32}.{h32}
            onepassword-service-token - ops_eyJ{b500}
            databricks-token - dapi{h32}
            firebase-server-key - AAAA{s7}:APA91b{s134}
            github-personal-token - ghp_{c30}
            github-fine-grained-token - github_pat_{A22}_{A59}
            github-oauth-token - gho_{c30}
            github-app-token - ghs_{c30}
            github-refresh-token - ghr_{A76}
            gitlab-personal-token - glpat-{s20}
            gitlab-deploy-token - gldt-{s20}
            gitlab-runner-token - glrt-{s20}
            gitlab-trigger-token - glptt-{h40}
            gitlab-other-token - glsoat-{s20}
            atlassian-api-token - ATATT3xFfGF0{s171}={H8}
            bitbucket-app-password - ATBB{A24}{H8}
            bitbucket-repository-token - ATCTT3xFfGN0{s163}={H8}
            trello-token - ATTA{h64}
            gitea-token GITEA_TOKEN {h40}
            npm-token - npm_{c30}
            rubygems-key - rubygems_{h48}
            nuget-key - oy2{p1}{a42}
            crates-token - cio{A32}
            docker-token - dckr_pat_{s27}
            jfrog-api-key - AKCp{A69}
            clojars-token - CLOJARS_{a60}
            sourcegraph-token - sgp_{h16}_{h40}
            stripe-live-secret-key - sk_live_{A99}
            stripe-live-restricted-key - rk_live_{A99}
            stripe-test-key - sk_test_{A99}
            stripe-publishable-key - pk_live_{A99}
            stripe-webhook-secret - whsec_{A32}
            paypal-client-secret PAYPAL_CLIENT_SECRET E{s79}
            paypal-access-token - A21AA{s92}
            braintree-access-token - access_token$production${a16}${h32}
            braintree-sandbox-token - access_token$sandbox${a16}${h32}
            square-access-token - EAAA{s60}
            square-oauth-secret - sq0csp-{s43}
            shopify-access-token - shpat_{h32}
            shopify-shared-secret - shpss_{h32}
            razorpay-live-key - rzp_live_{A14}
            razorpay-secret RAZORPAY_KEY_SECRET {A24}
            paystack-live-key PAYSTACK_SECRET_KEY sk_live_{h40}
            flutterwave-secret-key - FLWSECK-{h32}-X
            flutterwave-test-key - FLWSECK_TEST-{h32}-X
            checkout-secret-key - sk_{u}
            mollie-live-key - live_{A30}
            gocardless-live-token - live_{A40}
            plaid-access-token - access-production-{u}
            plaid-sandbox-token - access-sandbox-{u}
            plaid-secret PLAID_SECRET {h30}
            paddle-live-key - pdl_live_apikey_{a26}_{A22}_{A3}
            xendit-live-key - xnd_production_{A56}
            midtrans-server-key - Mid-server-{s24}
            adyen-api-key - AQEyh{b100}=-{b43}=-{A16}
            coinbase-key COINBASE_SECRET {b86}==
            sendgrid-key - SG.{s22}.{s43}
            mailgun-key - key-{h32}
            mailgun-new-key MAILGUN_API_KEY {h32}-{h8}-{h8}
            mailgun-signing-key MAILGUN_SIGNING_KEY {h32}
            mailchimp-key - {h32}-us12
            mandrill-key MANDRILL_API_KEY md-{s22}
            postmark-token POSTMARK_SERVER_TOKEN {u}
            resend-key - re_{A8}_{A24}
            brevo-key - xkeysib-{h64}-{A16}
            brevo-smtp-key - xsmtpsib-{h64}-{A16}
            sparkpost-key SPARKPOST_API_KEY {h40}
            mailjet-key MAILJET_SECRET {h32}
            klaviyo-private-key - pk_{h34}
            hubspot-token - pat-na1-{u}
            customerio-key CUSTOMERIO_API_KEY {h32}
            mailersend-token - mlsn.{h64}
            slack-bot-token - xoxb-{d12}-{d13}-{A24}
            slack-user-token - xoxp-{d12}-{d12}-{d13}-{h32}
            slack-app-token - xapp-1-A{U10}-{d13}-{h64}
            slack-other-token - xoxr-{A60}
            discord-bot-token DISCORD_TOKEN MT{A24}.{A6}.{s38}
            telegram-bot-token - {n10}:AA{s33}
            twilio-api-key - SK{h32}
            twilio-auth-token TWILIO_AUTH_TOKEN {h32}
            mattermost-token MATTERMOST_TOKEN {a26}
            line-channel-token LINE_CHANNEL_ACCESS_TOKEN {b171}=
            vonage-secret VONAGE_API_SECRET {A16}
            messagebird-key MESSAGEBIRD_ACCESS_KEY {A25}
            pusher-secret PUSHER_APP_SECRET {h20}
            stream-secret STREAM_API_SECRET {a64}
            zoom-secret ZOOM_CLIENT_SECRET {A32}
            intercom-token INTERCOM_ACCESS_TOKEN dG9r{b55}=
            supabase-secret-key - sb_secret_{s31}
            supabase-publishable-key - sb_publishable_{s31}
            supabase-access-token - sbp_{h40}
            planetscale-token - pscale_tkn_{s43}
            neon-api-key - napi_{a64}
            confluent-secret CONFLUENT_API_SECRET {b64}
            fauna-secret - fnAE{s36}
            elastic-api-key ELASTIC_API_KEY {b58}==
            openai-key - sk-proj-{s74}T3BlbkFJ{s74}
            anthropic-key - sk-ant-api03-{s93}AA
            anthropic-admin-key - sk-ant-admin01-{s93}AA
            anthropic-oauth-token - sk-ant-oat01-{s95}
            huggingface-token - hf_{L34}
            replicate-token - r8_{A37}
            groq-key - gsk_{A52}
            xai-key - xai-{A80}
            perplexity-key - pplx-{A48}
            openrouter-key - sk-or-v1-{h64}
            cohere-key COHERE_API_KEY {A40}
            mistral-key MISTRAL_API_KEY {A32}
            deepseek-key DEEPSEEK_API_KEY sk-{h32}
            elevenlabs-key ELEVENLABS_API_KEY sk_{h48}
            langsmith-key - lsv2_pt_{h32}_{h10}
            pinecone-key - pcsk_{A6}_{A63}
            nvidia-key - nvapi-{s64}
            cerebras-key - csk-{a48}
            tavily-key - tvly-{A32}
            wandb-key WANDB_API_KEY {h40}
            circleci-token - CCIPAT_{A22}_{h40}
            circleci-legacy-token CIRCLE_TOKEN {h40}
            buildkite-token - bkua_{h40}
            travis-token TRAVIS_TOKEN {s22}
            sonar-token - sqp_{h40}
            snyk-token SNYK_TOKEN {u}
            harness-token - pat.{s22}.{h24}.{A20}
            octopus-key - API-{U26}
            jenkins-token JENKINS_TOKEN 11{h32}
            codecov-token CODECOV_TOKEN {u}
            postman-key - PMAK-{h24}-{h34}
            prefect-key - pnu_{A36}
            scalingo-token - tk-us-{s48}
            expo-token EXPO_TOKEN {s40}
            okta-token OKTA_API_TOKEN 00{s40}
            auth0-client-secret AUTH0_CLIENT_SECRET {s64}
            clerk-secret-key CLERK_SECRET_KEY sk_live_{A42}
            clerk-publishable-key NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY pk_live_{A40}
            stytch-secret - secret-live-{s40}
            workos-key WORKOS_API_KEY sk_live_{A60}
            meta-app-secret FACEBOOK_APP_SECRET {h32}
            meta-access-token - EAAG{A180}
            x-bearer-token - AAAAAAAAAAAAAAAAAAAAA{A80}
            x-consumer-secret TWITTER_API_SECRET {A50}
            linkedin-client-secret LINKEDIN_CLIENT_SECRET {A16}
            recaptcha-secret RECAPTCHA_SECRET_KEY 6L{s38}
            turnstile-secret TURNSTILE_SECRET_KEY 0x4AAA{s29}
            descope-management-key DESCOPE_MANAGEMENT_KEY K{A90}
            kinde-client-secret KINDE_CLIENT_SECRET {A50}
            backblaze-key - K005{b27}
            dropbox-token - sl.{s136}
            contentful-token - CFPAT-{s43}
            sanity-token SANITY_TOKEN sk{A178}
            storyblok-token STORYBLOK_PERSONAL_TOKEN {A22}tt-{d6}-{s20}
            imagekit-private-key - private_{b27}=
            algolia-admin-key ALGOLIA_ADMIN_KEY {h32}
            algolia-search-key ALGOLIA_SEARCH_KEY {h32}
            mux-secret MUX_TOKEN_SECRET {b75}
            bunny-key BUNNY_API_KEY {u}{u}
            typesense-admin-key TYPESENSE_ADMIN_KEY {A48}
            meilisearch-master-key MEILI_MASTER_KEY {s32}
            google-api-key - AIza{s35}
            mapbox-secret-token - sk.eyJ1{A60}.{s22}
            mapbox-temporary-token - tk.eyJ1{A60}.{s22}
            mapbox-public-token - pk.eyJ1{A60}.{s22}
            locationiq-token - pk.{h32}
            openweather-key OPENWEATHER_API_KEY {h32}
            here-api-key HERE_API_KEY {s43}
            maptiler-key MAPTILER_KEY {A20}
            ipinfo-token IPINFO_TOKEN {h14}
            sentry-user-token - sntryu_{h64}
            sentry-legacy-token SENTRY_AUTH_TOKEN {h64}
            datadog-api-key DATADOG_API_KEY {h32}
            datadog-app-key DD_APP_KEY {h40}
            datadog-client-token - pub{h32}
            newrelic-user-key - NRAK-{U27}
            newrelic-license-key - {h36}NRAL
            newrelic-insert-key - NRII-{s32}
            newrelic-browser-key - NRJS-{h19}
            grafana-service-token - glsa_{A32}_{h8}
            grafana-cloud-token - glc_eyJ{b150}
            pagerduty-key PAGERDUTY_API_KEY u+{s18}
            dynatrace-token - dt0c01.{U24}.{U64}
            honeycomb-key - hcaik_{a58}
            rollbar-server-token ROLLBAR_SERVER_TOKEN {h32}
            posthog-personal-key - phx_{A47}
            posthog-project-key - phc_{A43}
            launchdarkly-sdk-key - sdk-{u}
            opsgenie-key OPSGENIE_API_KEY {u}
            splunk-hec-token SPLUNK_TOKEN {u}
            sumologic-key SUMO_ACCESS_KEY {A64}
            checkly-key - cu_{h32}
            linear-key - lin_api_{A40}
            notion-token - ntn_{d11}{A35}
            notion-legacy-token - secret_{A43}
            airtable-token - pat{A14}.{h64}
            airtable-legacy-key AIRTABLE_API_KEY key{A14}
            figma-token - figd_{s40}
            asana-token ASANA_TOKEN 1/{n16}:{h32}
            clickup-token - pk_{n8}_{U32}
            shippo-live-token - shippo_live_{h40}
            easypost-key - EZAK{A54}
            easypost-test-key - EZTK{A54}
            typeform-token - tfp_{s44}_{A14}
            duffel-token - duffel_live_{s43}
            zendesk-token ZENDESK_API_TOKEN {A40}
            frameio-token - fio-u-{s64}
            readme-key - rdme_{a70}
            tailscale-key - tskey-auth-{A12}-{A32}
            ngrok-token NGROK_AUTHTOKEN 2{A26}_{A21}
            adobe-client-secret - p8e-{s32}
            salesforce-session - 00D{A15}!{A96}
            canva-secret - cnvca{s51}
            discourse-key DISCOURSE_API_KEY {h64}
            twitch-secret TWITCH_CLIENT_SECRET {a30}
            spotify-secret SPOTIFY_CLIENT_SECRET {h32}
            lob-live-key - live_{h35}
            inngest-signing-key - signkey-prod-{h64}
            triggerdev-key - tr_prod_{A20}
            age-secret-key - AGE-SECRET-KEY-1{q58}
            slack-webhook - https://hooks.slack.com/services/T{U10}/B{U10}/{A24}
            discord-webhook - https://discord.com/api/webhooks/{n18}/{s68}
            teams-webhook - https://corp.webhook.office.com/webhookb2/{u}@{u}/IncomingWebhook/{h32}/{u}
            zapier-webhook - https://hooks.zapier.com/hooks/catch/{n7}/{a7}/
            make-webhook - https://hook.eu1.make.com/{a32}
            svix-webhook-secret - whsec_{b31}=
            pipedream-webhook - https://eo{a14}.m.pipedream.net
            google-chat-webhook - https://chat.googleapis.com/v1/spaces/{s11}/messages?key=AIza{s35}&token={s43}
            sentry-dsn - https://{h32}@o{n6}.ingest.us.sentry.io/{n7}
            azure-storage-key - DefaultEndpointsProtocol=https;AccountName=files;AccountKey={b85}A==;EndpointSuffix=core.windows.net
            azure-shared-access-key - Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={b42}A=
            azure-sas-signature - https://x.blob.core.windows.net/c/f?sv=2024-08-04&sp=r&sig={A43}%3D
            npm-legacy-token - //registry.npmjs.org/:_authToken={u}
            postgres-url - postgresql://app:{A20}@db.harbor.net:5432/app
            mysql-url - mysql://app:{A20}@db.harbor.net/app
            mongodb-url - mongodb+srv://app:{A20}@c0.x1y2z.mongodb.net/app
            redis-url - rediss://default:{A32}@eu1-db.upstash.io:6379
            amqp-url - amqps://app:{A20}@mq.harbor.net/vhost
            other-database-url - neo4j+s://neo4j:{s43}@1a2b3c.databases.neo4j.io
            smtp-url-password - smtps://mailer:{A20}@mail.harbor.net:465
            cloudinary-url - cloudinary://{n15}:{s27}@harbor.cdn.net
            url-password - https://deploy:{A20}@git.harbor.net/x.git
            ado-connection-string - Server=db.harbor.net;User Id=app;Password={A20};Encrypt=true
            vault-approle-secret-id VAULT_SECRET_ID {u}
            wordpress-salt - define('AUTH_KEY', '{w64}');
            netrc-password - machine mail.harbor.net login deploy password {A20}
            password-hash - $2b$10${f53}
            password-hash - $6${f16}${f86}
            password-hash - $apr1${f8}${f22}
            generic-secret SESSION_SECRET {A40}
            """;

    /** @param name what the value is assigned to; empty where it stands alone */
    record Format(String rule, String name, String template) {}

    private IssuerFormats() {}

    static List<Format> all() {
        return TABLE.lines()
                .map(line -> line.split(" ", 3))
                .map(IssuerFormats::format)
                .toList();
    }

    private static Format format(String[] columns) {
        return new Format(columns[0], columns[1].equals("-") ? "" : columns[1], columns[2]);
    }
}
