using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tarazy.Notice.Delivery;

public static class DeliverySetup
{
    /// <summary>Mail for notices. Options that cannot be right stop the start.</summary>
    public static IServiceCollection AddMailDelivery(this IServiceCollection services, MailOptions options)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<IMailCarrier, MailKitCarrier>();
        return services;
    }
}
